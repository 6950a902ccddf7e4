import type { ByteString } from '../../../lib/re2/byte-string.ts';
import { lowerCase, type ByteText } from './byte-text.ts';

/** Tells which lower-case words stand in a text, whatever the case there. */
export class WordIndex {
  readonly #content: ByteString;
  #lower: ByteText | undefined;

  constructor(content: ByteString) {
    this.#content = content;
  }

  hasAny(words: readonly ByteText[]): boolean {
    if (words.length === 0) return false;
    const lower = (this.#lower ??= lowerCase(this.#content.text));
    return words.some((word) => word !== '' && lower.includes(word));
  }
}
