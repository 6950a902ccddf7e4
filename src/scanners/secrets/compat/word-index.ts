import type { ByteString } from '../../../lib/re2/byte-string.ts';
import { isAscii } from '../../../lib/re2/rune-text.ts';
import { lowerCase, type ByteText } from './byte-text.ts';

/** Tells which lower-case words stand in a text, whatever the case there. */
export class WordIndex {
  readonly #content: ByteString;
  #lower: ByteText | undefined;

  constructor(content: ByteString) {
    this.#content = content;
  }

  /** `near` is a part of the text where one of them is likely to be found. */
  hasAny(words: readonly ByteText[], near?: ByteText): boolean {
    if (words.length === 0) return false;
    if (near !== undefined && isAscii(near)) {
      const nearby = near.toLowerCase();
      if (words.some((word) => word !== '' && nearby.includes(word))) return true;
    }
    const lower = (this.#lower ??= lowerCase(this.#content.text));
    return words.some((word) => word !== '' && lower.includes(word));
  }
}
