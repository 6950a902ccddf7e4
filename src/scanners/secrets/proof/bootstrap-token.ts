import type { Proof } from '../secret-rule.ts';

/** The first halves of the tokens in kubeadm's own documentation. */
const documented = /^(?:abcdef|9a08jv|783bde|07401b|43a25d|ce3aa5|f395ac)\./;

/** A Kubernetes bootstrap token is random: words joined by a dot have the same shape but no digits. */
export function bootstrapToken(): Proof {
  return {
    id: 'bootstrap',
    check: (value) => {
      const [, secret = ''] = value.split('.');
      const random =
        !documented.test(value) &&
        (secret.match(/\d/g)?.length ?? 0) >= 2 &&
        (secret.match(/[a-z]/g)?.length ?? 0) >= 4;
      return random ? { outcome: 'plausible' } : { outcome: 'refuted', dismissed: 'no random text' };
    },
    complete: (sample) => sample,
  };
}
