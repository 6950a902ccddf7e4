/**
 * UTF-8 bytes, given one character a byte, as a string of runes the way Go reads them: every byte that is not part of
 * valid UTF-8 becomes U+FFFD on its own (WHATWG decoders merge some of them). Remembers where the bytes stand.
 */
export class RuneText {
  readonly text: string;
  /** Byte offset of each UTF-16 unit and of the end; undefined when offsets are the same. */
  readonly #offsets: Uint32Array | undefined;

  /** `ascii` says that the bytes are known to be ASCII. */
  constructor(bytes: string, ascii = isAscii(bytes)) {
    if (ascii) {
      this.text = bytes;
      return;
    }
    const units = new Uint16Array(bytes.length);
    const offsets = new Uint32Array(bytes.length + 1);
    let length = 0;
    for (let at = 0; at < bytes.length;) {
      const size = sequenceLength(bytes, at);
      const rune = size === 0 ? 0xfffd : decode(bytes, at, size);
      offsets[length] = at;
      if (rune > 0xffff) {
        units[length++] = 0xd800 + ((rune - 0x10000) >> 10);
        offsets[length] = at;
        units[length++] = 0xdc00 + ((rune - 0x10000) & 0x3ff);
      } else units[length++] = rune;
      at += Math.max(1, size);
    }
    offsets[length] = bytes.length;
    this.text = Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
    this.#offsets = offsets.subarray(0, length + 1);
  }

  /** Byte offset of a UTF-16 offset. */
  byteOffset(offset: number): number {
    return this.#offsets?.[offset] ?? offset;
  }

  /** UTF-16 offset of the first rune that starts at a byte offset or after it. */
  runeOffset(byteOffset: number): number {
    const offsets = this.#offsets;
    if (offsets === undefined) return byteOffset;
    let low = 0;
    let high = offsets.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < byteOffset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The same text is often asked about again and again. */
let asked = '';
let answer = true;

/** Whether no character is above 0x7f. */
export function isAscii(bytes: string): boolean {
  if (bytes !== asked) {
    asked = bytes;
    answer = !/[\u0080-\uffff]/.test(bytes);
  }
  return answer;
}

/** Length of the valid multi-byte or ASCII encoding at an offset; 0 when there is none. */
function sequenceLength(bytes: string, at: number): number {
  const lead = bytes.charCodeAt(at);
  if (lead < 0x80) return 1;
  const second = bytes.charCodeAt(at + 1);
  if (lead >= 0xc2 && lead <= 0xdf) return isContinuation(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const valid = second >= (lead === 0xe0 ? 0xa0 : 0x80) && second <= (lead === 0xed ? 0x9f : 0xbf);
    return valid && isContinuation(bytes.charCodeAt(at + 2)) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const valid = second >= (lead === 0xf0 ? 0x90 : 0x80) && second <= (lead === 0xf4 ? 0x8f : 0xbf);
    const rest = isContinuation(bytes.charCodeAt(at + 2)) && isContinuation(bytes.charCodeAt(at + 3));
    return valid && rest ? 4 : 0;
  }
  return 0;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

function decode(bytes: string, at: number, size: number): number {
  const lead = bytes.charCodeAt(at);
  if (size === 1) return lead;
  let rune = lead & (0xff >> (size + 1));
  for (let index = 1; index < size; index++) rune = (rune << 6) | (bytes.charCodeAt(at + index) & 0x3f);
  return rune;
}
