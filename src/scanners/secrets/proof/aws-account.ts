import type { Proof } from '../secret-rule.ts';
import { decodeBase32 } from './base32.ts';

/** Accounts have 12 decimal digits, fewer than fit into the 40 bits that hold them. */
const largestAccount = 999_999_999_999n;

/**
 * The id of the account that an AWS access key id belongs to: bits 1 to 40 of its base32 part. Ids of Amazon's
 * documentation end in EXAMPLE; in the credential of a signed request the id is meant to be seen.
 */
export function awsAccount(): Proof {
  return {
    id: 'aws',
    check: (value, window) => {
      if (value.endsWith('EXAMPLE')) return { outcome: 'refuted', dismissed: 'an id of the documentation' };
      const account = accountOf(value);
      const signed = /Credential(?:=|%3[dD])$/.test(window.slice(0, Math.max(0, window.indexOf(value))));
      return {
        outcome: 'plausible',
        facts: { ...(account === undefined ? {} : { account }), ...(signed ? { signedRequest: true } : {}) },
        ...(signed ? { severity: 'info' as const } : {}),
      };
    },
    complete: (sample) => sample,
  };
}

function accountOf(id: string): string | undefined {
  const bytes = decodeBase32(id.slice(4)) ?? Buffer.alloc(0);
  if (bytes.length < 6) return undefined;
  const account = (BigInt(bytes.readUIntBE(0, 6)) & 0x7fffffffff80n) >> 7n;
  return account > largestAccount ? undefined : account.toString().padStart(12, '0');
}
