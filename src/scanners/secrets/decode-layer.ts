import { decodeEncoded, type DecodeBudget } from '../../lib/encoding/decode-encoded.ts';
import { findEncodedRuns, type EncodedRun } from '../../lib/encoding/encoded-run.ts';
import { unescapeAround } from '../../lib/encoding/escapes.ts';
import { joinSegments, nestSegment, type Segment } from '../../lib/encoding/segment.ts';
import { findWideText, isWideText } from '../../lib/encoding/wide-text.ts';
import type { PatternMatch } from '../../lib/matcher/pattern.ts';
import { overlap, widenSpans, type Span } from '../../lib/matcher/span.ts';
import type { Layer } from './layer.ts';

/**
 * What is encoded in a layer, as layers one deeper: text, text found in other bytes, and unescaped text.
 * @param escapes the matches of `escapePatterns` in the layer
 */
export function decodeLayer(layer: Layer, escapes: readonly PatternMatch[], budget: DecodeBudget): Layer[] {
  const text: Segment[] = [];
  const other: Segment[] = [];
  for (const run of encodedRuns(layer)) {
    for (const decoded of decodeEncoded(layer.bytes, run, budget)) {
      if (decoded.text) text.push(decoded.segment);
      else {
        const wide = findWideText(decoded.segment.bytes).map((segment) => nestSegment(decoded.segment, segment));
        if (isWideText(decoded.segment.bytes)) text.push(...wide);
        else other.push(decoded.segment, ...wide);
      }
    }
  }
  return [
    ...layerOf(layer, text, layer.distinctiveOnly),
    ...layerOf(layer, other, true),
    ...unescape(layer, escapes, budget),
  ];
}

/** Text in UTF-16 anywhere in a file that is not plain text. */
export function wideLayers(layer: Layer, distinctiveOnly: boolean): Layer[] {
  return layerOf(layer, findWideText(layer.bytes), distinctiveOnly);
}

function* encodedRuns({ bytes, touched }: Layer): Generator<EncodedRun> {
  for (const run of findEncodedRuns(bytes)) {
    const whole = { start: run.pieces[0]?.start ?? 0, end: run.pieces.at(-1)?.end ?? 0 };
    if (!touched || touched.some((range) => overlap(range, whole))) yield run;
  }
}

function layerOf(outer: Layer, segments: readonly Segment[], distinctiveOnly: boolean): Layer[] {
  if (segments.length === 0) return [];
  const view = joinSegments(segments);
  return [
    {
      bytes: view.bytes,
      depth: outer.depth + 1,
      distinctiveOnly,
      origin(start, end) {
        const found = view.segmentAt(start);
        const span = found ? found.segment.locate(start - found.start, end - found.start) : { start, end };
        const origin = outer.origin(span.start, span.end);
        const encoding = [found?.segment.encoding, origin.encoding].filter((name) => name !== undefined).join(' in ');
        return { range: origin.range, encoding };
      },
    },
  ];
}

function unescape(layer: Layer, escapes: readonly PatternMatch[], budget: DecodeBudget): Layer[] {
  const unescaped = unescapeAround(layer.bytes, escapes);
  const [inner] = layerOf(
    layer,
    unescaped.map((part) => part.segment),
    layer.distinctiveOnly,
  );
  if (!inner) return [];
  budget.left -= inner.bytes.length;
  if (budget.left < 0) {
    budget.exceeded = true;
    return [];
  }
  const touched: Span[] = [];
  let start = 0;
  for (const part of unescaped) {
    for (const span of part.touched) touched.push({ start: start + span.start, end: start + span.end });
    start += part.segment.bytes.length + 1;
  }
  return [{ ...inner, touched: widenSpans(touched, 0, 0, inner.bytes.length) }];
}
