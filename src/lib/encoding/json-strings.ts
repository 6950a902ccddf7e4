import { PiecewiseDecoder } from './piecewise.ts';
import type { Segment } from './segment.ts';

const quote = 0x22;
const backslash = 0x5c;
const lineBreak = Uint8Array.of(10);
const colon = Uint8Array.of(0x3a, 0x20);

const escapes: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9 };

/**
 * The content of all strings of a JSON text (RFC 8259, section 7), unescaped, in order: a name is followed by `: `,
 * other strings by a line break unless they end in one. Undefined when a string does not end.
 */
export function joinJsonStrings(bytes: Uint8Array): Segment | undefined {
  const decoder = new PiecewiseDecoder();
  for (let open = bytes.indexOf(quote); open !== -1;) {
    const close = closingQuote(bytes, open + 1);
    if (close === -1) return undefined;
    addContent(bytes, open + 1, close, decoder);
    let next = close + 1;
    while (bytes[next] === 0x20) next++;
    const isName = bytes[next] === 0x3a;
    const endsLine = bytes[close - 1] === 0x6e && bytes[close - 2] === backslash;
    if (isName) decoder.add(colon, close, close + 1);
    else if (!endsLine) decoder.add(lineBreak, close, close + 1);
    open = bytes.indexOf(quote, close + 1);
  }
  return decoder.finish('json');
}

function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (at - 1 - slashes >= from && bytes[at - 1 - slashes] === backslash) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function addContent(bytes: Uint8Array, start: number, end: number, decoder: PiecewiseDecoder): void {
  let done = start;
  for (let at = bytes.indexOf(backslash, start); at !== -1 && at < end; at = bytes.indexOf(backslash, done)) {
    decoder.add(bytes.subarray(done, at), done, at);
    const letter = String.fromCharCode(bytes[at + 1] ?? 0);
    done = Math.min(end, at + (letter === 'u' ? 6 : 2));
    const hex = Buffer.from(bytes.subarray(at + 2, done)).toString('latin1');
    const value = letter === 'u' ? Number.parseInt(hex, 16) : (escapes[letter] ?? bytes[at + 1] ?? 0);
    decoder.add(Buffer.from(String.fromCharCode(value)), at, done);
  }
  decoder.add(bytes.subarray(done, end), done, end);
}
