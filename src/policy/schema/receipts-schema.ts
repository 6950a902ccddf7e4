import { z } from 'zod';
import { checkedString, line } from './scalars.ts';

/** DER of an Ed25519 public key (RFC 8410, section 4: 12 bytes that are always the same, then 32), in base64 or base64url. */
const publicKey = checkedString((text) =>
  /^MCowBQYDK2VwAyEA[\w+/-]{43}=?$/.test(text)
    ? undefined
    : 'is not the public key of a signer; copy what "portcullis hook key" prints there',
).meta({ description: 'What "portcullis hook key" prints on the machine of the signer.' });

/** Whose receipts of the pre-commit gate count. */
export const receiptsSchema = z
  .strictObject({
    signers: z
      .array(z.strictObject({ name: line, key: publicKey }))
      .min(1)
      .max(10_000)
      .meta({ description: 'Only receipts that one of these signed count. Default: everybody’s.' }),
  })
  .meta({ description: 'Which receipts of the pre-commit gate count.' });
