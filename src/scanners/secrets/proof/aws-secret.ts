import type { Proof } from '../secret-rule.ts';
import { looksRandom } from './random-text.ts';

const keyId = /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/;

/** Both cases, as all but 1 of 10,000 random keys have; hash sums in hex have one. */
const mixed = /^(?=.*[a-z])(?=.*[A-Z])/;

/**
 * An AWS secret key has no checksum: it must look random, and a key ID beside it leaves little doubt. The pair of
 * Amazon's documentation ends in EXAMPLE.
 */
export function awsSecret(): Proof {
  return {
    id: 'aws-secret',
    check: (value, window) => {
      if (!mixed.test(value) || !looksRandom(value) || value.includes('EXAMPLE')) {
        return { outcome: 'refuted', dismissed: 'no random text' };
      }
      return { outcome: 'plausible', facts: { keyIdNearby: keyId.test(window) } };
    },
    complete: (sample) => sample,
  };
}
