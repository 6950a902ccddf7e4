import { ByteString } from '../../../../lib/re2/byte-string.ts';
import type { ByteText } from '../byte-text.ts';
import { findEncoded, type Span } from './find-encoded.ts';
import { decodeText, type EncodingName } from './encodings.ts';

/** A part that a pass decoded. */
export interface DecodedSegment {
  /** In the text before the pass. */
  readonly encoded: Span;
  /** In the text after it. */
  readonly decoded: Span;
  /** Of this pass and of earlier ones whose results it touches. */
  readonly encodings: ReadonlySet<EncodingName>;
}

/** A fragment's text after a number of passes. */
export interface DecodedText {
  readonly content: ByteString;
  /** How many passes it has gone through. */
  readonly passes: number;
  /** What the last pass decoded, ascending. */
  readonly segments: readonly DecodedSegment[];
  /** The text before that pass; undefined for the fragment as it was read. */
  readonly previous?: DecodedText;
}

/** Decodes what looks encoded, all at once; undefined when nothing does. */
export function decodePass(previous: DecodedText): DecodedText | undefined {
  const found = findEncoded(previous.content);
  if (found.length === 0) return undefined;
  const { text } = previous.content;
  const pieces: ByteText[] = [];
  const segments: DecodedSegment[] = [];
  let copied = 0;
  let length = 0;
  for (const { span: encoded, encoding } of found) {
    const value = decodeText(encoding, text.slice(encoded.start, encoded.end));
    if (value === undefined) continue;
    pieces.push(text.slice(copied, encoded.start), value);
    length += encoded.start - copied;
    const origins = touched(previous.segments, encoded);
    segments.push({
      encoded,
      decoded: { start: length, end: length + value.length },
      encodings: new Set([encoding, ...origins.flatMap((origin) => [...origin.encodings])]),
    });
    length += value.length;
    copied = encoded.end;
  }
  if (segments.length === 0) return undefined;
  pieces.push(text.slice(copied));
  return { content: ByteString.ofText(pieces.join('')), passes: previous.passes + 1, segments, previous };
}

/** The segments that a span of the decoded text overlaps or is next to. */
export function touched(segments: readonly DecodedSegment[], span: Span): readonly DecodedSegment[] {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.decoded.end ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < segments.length && (segments[end]?.decoded.start ?? 0) <= span.end) end++;
  return segments.slice(low, end);
}

/**
 * Where a span of the decoded text stands in the fragment, as gitleaks says: a part of a segment counts as the whole of
 * it, and what an earlier pass did not touch keeps its offsets even where text before it shrank.
 */
export function originalSpan({ segments, previous }: DecodedText, span: Span): Span {
  if (previous === undefined) return span;
  const origins = touched(segments, span);
  const around = origins.find(({ decoded }) => decoded.start <= span.start && span.end <= decoded.end);
  const first = around ?? origins[0];
  const last = around ?? origins.at(-1);
  if (first === undefined || last === undefined) return span;
  return originalSpan(previous, {
    start: first.encoded.start + Math.min(0, span.start - first.decoded.start),
    end: last.encoded.end + Math.max(0, span.end - last.decoded.end),
  });
}
