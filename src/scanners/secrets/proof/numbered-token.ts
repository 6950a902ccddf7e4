import type { Proof } from '../secret-rule.ts';
import { decodeBase64 } from './base64.ts';
import { drawBytes, drawText } from './draw.ts';

/**
 * Personal access tokens of Atlassian's Data Center products: base64 of a number of at least 1000, a colon and
 * 20 random bytes. A prefix ends with `-`.
 */
export function numberedToken(): Proof {
  return {
    id: 'numcolon',
    check: (value) => {
      const bytes = decodeBase64(value.slice(value.indexOf('-') + 1)) ?? Buffer.alloc(0);
      const [, id = ''] = /^(\d{4,12}):[^]{20}$/.exec(bytes.toString('latin1')) ?? [];
      return Number(id) >= 1000
        ? { outcome: 'proven' }
        : { outcome: 'refuted', dismissed: 'no number and random bytes' };
    },
    complete: (sample, random) => {
      const id = Buffer.from(`${drawText(random, '123456789', 12)}:`);
      const text = Buffer.concat([id, drawBytes(random, 20)]).toString('base64');
      return sample.slice(0, sample.indexOf('-') + 1) + text;
    },
  };
}
