import type { Proof } from '../secret-rule.ts';

/** The token of kubeadm's own documentation. */
const documented = 'abcdef.0123456789abcdef';

/** A Kubernetes bootstrap token is random: words joined by a dot have the same shape but no digits. */
export function bootstrapToken(): Proof {
  return {
    id: 'bootstrap',
    check: (value) => {
      const [, secret = ''] = value.split('.');
      const random =
        value !== documented && (secret.match(/\d/g)?.length ?? 0) >= 2 && (secret.match(/[a-z]/g)?.length ?? 0) >= 4;
      return random ? { outcome: 'plausible' } : { outcome: 'refuted', dismissed: 'no random text' };
    },
    complete: (sample) => sample,
  };
}
