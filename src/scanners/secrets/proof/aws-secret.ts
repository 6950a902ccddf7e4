import type { Proof } from '../secret-rule.ts';

const keyId = /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/;

/** What 40 random base64 characters lack with odds below 1 in 500. */
const mixed = /^(?=.*[a-z].*[a-z])(?=.*[A-Z].*[A-Z])(?=.*\d)/;

/** A path or a run of words has its separators between letters of one case. */
const words = /^(?:[A-Za-z]+[\d]{0,2}[/+]){3}|[a-z]{12}/;

/** An AWS secret key has no checksum: it must look random, and a key ID beside it leaves little doubt. */
export function awsSecret(): Proof {
  return {
    id: 'aws-secret',
    check: (value, window) => {
      if (!mixed.test(value) || words.test(value)) return { outcome: 'refuted' };
      return keyId.test(window) ? { outcome: 'proven', facts: { keyIdNearby: true } } : { outcome: 'plausible' };
    },
    complete: (sample) => `k9R${sample.slice(3).replaceAll(/[/+]/g, '0')}`,
  };
}
