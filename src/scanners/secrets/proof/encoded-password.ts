import { isPlaceholder } from '../placeholder/is-placeholder.ts';
import type { Proof } from '../secret-rule.ts';
import { decodeBase64 } from './base64.ts';

/**
 * A password, or `user:password`, in base64, as configuration files keep it: the text must not be a sample.
 *
 * @param text whether the bytes must be printable; keys may be any
 */
export function encodedPassword(text: boolean): Proof {
  return {
    id: 'base64',
    check: (value) => {
      const bytes = decodeBase64(value);
      const plain = bytes?.toString('latin1').trim() ?? '';
      const printable = /^[\x20-\x7e\r\n\t]{3,}$/.test(plain);
      if (bytes === undefined || bytes.length < 3 || (text && !printable)) {
        return { outcome: 'refuted', dismissed: 'no password in base64' };
      }
      if (/^[A-Za-z]{1,5}$/.test(plain)) return { outcome: 'refuted', dismissed: 'a short word in base64' };
      const sample = printable ? isPlaceholder(plain.slice(plain.indexOf(':') + 1), noContext) : undefined;
      return sample === undefined ? { outcome: 'plausible' } : { outcome: 'refuted', dismissed: sample };
    },
    complete: (sample) => sample,
  };
}

const noContext = { left: '', right: '', path: '' };
