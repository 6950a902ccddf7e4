import type { Proof } from '../secret-rule.ts';
import { decodeBase64 } from './base64.ts';
import { drawText } from './draw.ts';

const numeric = /^\d{17,20}$/;

/** A Discord token: what stands before the first dot is the numeric id of the bot's user in base64. */
export function snowflake(): Proof {
  return {
    id: 'snowflake',
    check: (value) => {
      const id = decodeBase64(value.slice(0, value.indexOf('.')))?.toString('latin1') ?? '';
      return numeric.test(id) ? { outcome: 'proven' } : { outcome: 'refuted', dismissed: 'no user id' };
    },
    complete: (sample, random) =>
      Buffer.from(`1${drawText(random, '0123456789', 17)}`).toString('base64url') + sample.slice(sample.indexOf('.')),
  };
}
