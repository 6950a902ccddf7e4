import { isPlaceholder } from '../placeholder/is-placeholder.ts';
import type { Proof } from '../secret-rule.ts';
import { decodeBase64 } from './base64.ts';
import { drawText } from './draw.ts';

const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const printable = /^[\x20-\x7e\u00a0-\ufffc]{3,}$/;

/** Pairs that documentation uses: RFC 7617 §2 and the words themselves. */
const documented =
  /^(?:Aladdin:open ?sesame|test:123£?|(?:my)?(?:user(?:name)?|login|email|id|name|foo|client_?id):(?:my)?(?:pass(?:word)?|passwd|secret|bar|client_?secret|token))$/i;

/** Credentials of HTTP's Basic scheme (RFC 7617 §2): base64 of `user:password`, printable, exactly one colon. */
export function basic(): Proof {
  return {
    id: 'basic',
    check: (value) => {
      const text = decodeBase64(value)?.toString('utf8') ?? '';
      const at = text.indexOf(':');
      const password = text.slice(at + 1);
      if (at < 0 || password === '' || !printable.test(text) || documented.test(text)) {
        return { outcome: 'refuted', dismissed: 'no user and password' };
      }
      if (/^[a-z]{1,5}$/.test(password)) return { outcome: 'refuted', dismissed: 'a short word as password' };
      const sample = isPlaceholder(password, { left: '', right: '', path: '' });
      if (sample !== undefined) return { outcome: 'refuted', dismissed: sample };
      return { outcome: password.includes(':') ? 'plausible' : 'proven', facts: { passwordLength: password.length } };
    },
    complete: (_sample, random) => Buffer.from(`deploy:${drawText(random, letters, 20)}`).toString('base64'),
  };
}
