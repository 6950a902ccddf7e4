/** A value between its delimiters. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The opening delimiter, or empty. */
  readonly quote: string;
}

/** No secret that the generic detector looks for is longer; what is longer is data. */
const longest = 256;

const opening = /(?:[bBrRuUfFLN@$]{1,2}|\[\]byte\(|&str|s)?("""|'''|\\"|\\'|&quot;|["'`])/y;

/** The string literal that starts at `at`, on one line; undefined when there is none or it does not end. */
export function readQuoted(text: string, at: number): Span | undefined {
  opening.lastIndex = at;
  const match = opening.exec(text);
  const quote = match?.[1];
  if (match === null || quote === undefined) return undefined;
  const start = at + match[0].length;
  const limit = Math.min(text.length, start + longest);
  for (let index = start; index < limit; index++) {
    if (text.startsWith(quote, index)) return { start, end: index, quote };
    const character = text.charAt(index);
    if (character === '\n' || character === '\r') return undefined;
    if (character === '\\') index++;
  }
  return undefined;
}
