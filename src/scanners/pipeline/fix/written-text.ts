import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlScalar } from '../../../lib/yaml/node.ts';

/** Where the text of a scalar stands, without quotes; undefined where it is not written as it reads. */
export function writtenText({ range, text, style, original }: YamlScalar): TextRange | undefined {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const start = range.start + quote;
  const end = range.end - quote;
  const isVerbatim = !original && text !== '' && range.source.text.slice(start, end) === text;
  return isVerbatim ? { source: range.source, start, end } : undefined;
}
