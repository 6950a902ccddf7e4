import type { Candidate, Origin, SecretKind } from './candidate.ts';
import type { FileStyle } from './file-style.ts';
import type { Span } from './read-quoted.ts';

/** The file a candidate is looked for in. */
export interface Source {
  readonly bytes: Buffer;
  readonly path: string;
  readonly style: FileStyle;
}

/** A piece of the file as latin1 text, one character a byte. */
export interface Excerpt {
  readonly text: string;
  /** Offset of the text in the bytes. */
  readonly base: number;
}

/** What a reader says of a value besides its place. */
export interface Reading {
  readonly key: string;
  readonly kind: SecretKind;
  readonly origin: Origin;
  readonly operator: string;
}

const before = 160;
const after = 420;
/** Lines from this length on are written by machines. */
const packedLine = 400;

/** Enough text around a range to read a name before it and a value after it. */
export function excerptAround(bytes: Buffer, start: number, end: number): Excerpt {
  const base = Math.max(0, start - before);
  return { base, text: bytes.toString('latin1', base, Math.min(end + after, bytes.length)) };
}

/** The candidate whose value stands at `span` of the excerpt; undefined when nothing but spaces is left of it. */
export function describeCandidate(
  source: Source,
  { text, base }: Excerpt,
  span: Span,
  reading: Reading,
): Candidate | undefined {
  const start = span.start + affix(text.slice(span.start, span.end), reading);
  const value = text.slice(start, span.end);
  if (value.trim() === '') return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? text.length : newline;
  return {
    ...reading,
    start: base + start,
    end: base + span.end,
    value,
    quote: span.quote,
    left: text.slice(Math.max(lineStart, start - 60), start),
    right: text.slice(span.end, Math.min(lineEnd, span.end + 20)),
    packed: lineEnd - lineStart > packedLine,
    path: source.path,
    style: source.style,
  };
}

/** Length of what belongs to the notation: `pass:` of OpenSSL, `user:` of curl, the type digit of Cisco. */
function affix(value: string, { key, operator }: Reading): number {
  if (operator === ' ') return /^(?:pass:|[05-9] )/.exec(value)?.[0].length ?? 0;
  return /userpwd/i.test(key) ? value.indexOf(':') + 1 : 0;
}
