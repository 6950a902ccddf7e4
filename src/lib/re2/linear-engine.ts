import { RE2JS } from 're2js';
import { RuneText } from './rune-text.ts';

/** Half-open range of byte offsets. */
export interface ByteMatch {
  readonly start: number;
  readonly end: number;
}

/** re2js on bytes: slow, but its time grows only with the length of the text. */
export class LinearEngine {
  readonly #source: string;
  #anywhere: RE2JS | undefined;
  #afterOne: RE2JS | undefined;
  #text: RuneText | undefined;
  #bytes = '';

  constructor(source: string) {
    this.#source = source;
  }

  /** The leftmost match that starts at an offset or after it. */
  find(bytes: string, from: number): ByteMatch | undefined {
    const runes = this.#runes(bytes);
    this.#anywhere ??= RE2JS.compile(this.#source);
    const matcher = this.#anywhere.matcher(runes.text);
    if (!matcher.find(runes.runeOffset(from))) return undefined;
    return { start: runes.byteOffset(matcher.start()), end: runes.byteOffset(matcher.end()) };
  }

  /** The leftmost match and its groups. */
  submatches(bytes: string, groups: number): readonly (ByteMatch | undefined)[] | undefined {
    const runes = this.#runes(bytes);
    this.#anywhere ??= RE2JS.compile(this.#source);
    const matcher = this.#anywhere.matcher(runes.text);
    if (!matcher.find()) return undefined;
    return Array.from({ length: groups + 1 }, (_, group) => {
      const start = matcher.start(group);
      return start < 0 ? undefined : { start: runes.byteOffset(start), end: runes.byteOffset(matcher.end(group)) };
    });
  }

  /** Where the match that starts exactly at an offset ends. Looks no further than it must. */
  matchAt(bytes: string, start: number, ascii: boolean): number | undefined {
    const runes = this.#runes(bytes, ascii);
    const offset = runes.runeOffset(start);
    if (runes.byteOffset(offset) !== start) return undefined;
    if (offset === 0) {
      this.#anywhere ??= RE2JS.compile(this.#source);
      const matcher = this.#anywhere.matcher(runes.text);
      return matcher.lookingAt() ? runes.byteOffset(matcher.end()) : undefined;
    }
    // One rune before the start is enough for boundaries to be seen.
    this.#afterOne ??= RE2JS.compile(`(?s:.)(?:${this.#source})`);
    const low = runes.text.charCodeAt(offset - 1);
    const before = offset - (low >= 0xdc00 && low <= 0xdfff ? 2 : 1);
    const matcher = this.#afterOne.matcher(runes.text.slice(before));
    return matcher.lookingAt() ? runes.byteOffset(before + matcher.end()) : undefined;
  }

  /** A text is decoded once for all that is asked of it. */
  #runes(bytes: string, ascii?: boolean): RuneText {
    if (this.#text === undefined || this.#bytes !== bytes) {
      this.#text = new RuneText(bytes, ascii);
      this.#bytes = bytes;
    }
    return this.#text;
  }
}
