import type { ByteString } from '../../../../lib/re2/byte-string.ts';
import { countHex, isHexByte, isRunByte, startsPrintable } from './character-classes.ts';
import { encodedText, encodingNames, type EncodingName } from './encodings.ts';

/** Half-open range of byte offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a text that looks encoded. */
export interface Encoded {
  readonly span: Span;
  readonly encoding: EncodingName;
}

const shortestRun = 16;
const shortestHex = 32;

/**
 * The parts of a text that look encoded, ascending, without those that cannot be decoded for sure. Of two that touch
 * the one whose encoding comes later in the order is dropped, also when the other one is, too.
 */
export function findEncoded(content: ByteString): readonly Encoded[] {
  const starts = new EncodedStarts(content.bytes);
  const found: Encoded[] = [];
  let end = -1;
  let rankBefore = 0;
  for (let start = starts.next(0, 0); start !== undefined; start = starts.next(Math.max(start + 1, end), end)) {
    encodedText.lastIndex = start;
    const match = encodedText.exec(content.text);
    if (match === null) continue;
    const span = { start, end: encodedText.lastIndex };
    const rank = match.slice(1).findIndex((group) => group !== undefined);
    const adjacent = end === span.start;
    if (adjacent && rank < rankBefore && found.at(-1)?.span.end === end) found.pop();
    const encoding = encodingNames[rank];
    if (encoding !== undefined && !(adjacent && rank > rankBefore)) found.push({ span, encoding });
    end = span.end;
    rankBefore = rank;
  }
  return found;
}

/**
 * Where encoded text can start. Looking for the few places first is much faster than running the expression over the
 * whole text.
 */
class EncodedStarts {
  readonly #bytes: Buffer;
  #percent = -1;
  #backslash = -1;
  #codePoint = -1;
  #run = -1;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The first at an offset or after it. What stands before `taken` belongs to encoded text that was found already. */
  next(from: number, taken: number): number | undefined {
    if (this.#percent < from) this.#percent = this.#nextPercent(from);
    if (this.#backslash < from) this.#backslash = this.#nextBackslash(from);
    if (this.#codePoint < from) this.#codePoint = this.#nextCodePoint(from);
    if (this.#run < from) this.#run = this.#nextRun(from);
    const others = Math.min(this.#percent, this.#backslash, this.#run);
    while (this.#codePoint < others && this.#isSwallowed(this.#codePoint, taken)) {
      this.#codePoint = this.#nextCodePoint(this.#codePoint + 1);
    }
    const first = Math.min(this.#codePoint, others);
    return first < this.#bytes.length ? first : undefined;
  }

  /** `%41` */
  #nextPercent(from: number): number {
    for (let at = this.#bytes.indexOf('%', from, 'latin1'); at >= 0; at = this.#bytes.indexOf('%', at + 1, 'latin1')) {
      if (isHexByte(this.#bytes, at + 1) && isHexByte(this.#bytes, at + 2)) return at;
    }
    return Infinity;
  }

  /** `\u0041`, perhaps with a second backslash. */
  #nextBackslash(from: number): number {
    const backslash = 0x5c;
    for (let at = this.#bytes.indexOf(backslash, from); at >= 0; at = this.#bytes.indexOf(backslash, at + 1)) {
      const letter = this.#bytes[at + 1] === backslash ? at + 2 : at + 1;
      if (((this.#bytes[letter] ?? 0) | 0x20) === 0x75 && countHex(this.#bytes, letter + 1, 4) === 4) return at;
    }
    return Infinity;
  }

  /** `U+0041` */
  #nextCodePoint(from: number): number {
    for (
      let at = this.#bytes.indexOf('U+', from, 'latin1');
      at >= 0;
      at = this.#bytes.indexOf('U+', at + 1, 'latin1')
    ) {
      if (countHex(this.#bytes, at + 2, 4) === 4) return at;
    }
    return Infinity;
  }

  /** Whether it stands in a run that is taken for base64 as a whole. */
  #isSwallowed(at: number, taken: number): boolean {
    let start = at;
    while (start > taken && isRunByte(this.#bytes, start - 1)) start--;
    if (start === at) return false;
    const digits = countHex(this.#bytes, start, at - start);
    if (digits >= shortestHex) start += digits;
    let end = at;
    while (isRunByte(this.#bytes, end) && end - start < shortestRun) end++;
    return start < at && end - start >= shortestRun;
  }

  /** The next run of base64 or hex that decodes at its beginning. Every run has a byte at a multiple of its least length. */
  #nextRun(from: number): number {
    const bytes = this.#bytes;
    const size = bytes.length;
    for (let at = from + shortestRun - 1; at < size; at += shortestRun) {
      if (!isRunByte(bytes, at)) continue;
      let start = at;
      while (start > 0 && isRunByte(bytes, start - 1)) start--;
      const least = start + shortestRun;
      while (at < size && isRunByte(bytes, at)) at++;
      if (start >= from && at >= least && this.#decodes(start)) return start;
    }
    return Infinity;
  }

  #decodes(start: number): boolean {
    return startsPrintable(this.#bytes, start) || countHex(this.#bytes, start, shortestHex) === shortestHex;
  }
}
