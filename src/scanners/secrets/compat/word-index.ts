import type { ByteString } from '../../../lib/re2/byte-string.ts';
import { isAscii } from '../../../lib/re2/rune-text.ts';
import { lowerCase, type ByteText } from './byte-text.ts';

/** Letters that are not ASCII but whose lower case is: U+212A and U+0130. */
const becomeAscii = /\xe2\x84\xaa|\xc4\xb0/;

/** Tells which lower-case words stand in a text, whatever the case there. */
export class WordIndex {
  readonly #content: ByteString;
  #lower: ByteText | undefined;
  #exact: ByteText | undefined;

  constructor(content: ByteString) {
    this.#content = content;
  }

  /** `near` is a part of the text where one of them is likely to be found. */
  hasAny(words: readonly ByteText[], near?: ByteText): boolean {
    const given = words.filter((word) => word !== '');
    if (near !== undefined) {
      const nearby = near.toLowerCase();
      if (given.some((word) => isAscii(word) && nearby.includes(word))) return true;
    }
    return given.some((word) => (isAscii(word) ? this.#ascii() : this.#all()).includes(word));
  }

  /** Right for ASCII words; other bytes may have changed. */
  #ascii(): ByteText {
    const { text } = this.#content;
    this.#lower ??= becomeAscii.test(text) ? this.#all() : text.toLowerCase();
    return this.#lower;
  }

  #all(): ByteText {
    this.#exact ??= lowerCase(this.#content.text);
    return this.#exact;
  }
}
