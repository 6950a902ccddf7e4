import type { Proof } from '../secret-rule.ts';
import { decodeBase32 } from './base32.ts';

/** The id of the account that an AWS access key id belongs to: bits 1 to 40 of its base32 part. Ids of Amazon's documentation end in EXAMPLE. */
export function awsAccount(): Proof {
  return {
    id: 'aws',
    check: (value) => {
      if (value.endsWith('EXAMPLE')) return { outcome: 'refuted' };
      const bytes = decodeBase32(value.slice(4)) ?? Buffer.alloc(0);
      if (bytes.length < 6) return { outcome: 'plausible' };
      const account = (BigInt(bytes.readUIntBE(0, 6)) & 0x7fffffffff80n) >> 7n;
      if (account > 999_999_999_999n) return { outcome: 'plausible' };
      return { outcome: 'plausible', facts: { account: account.toString().padStart(12, '0') } };
    },
    complete: (sample) => sample,
  };
}
