import { lineStart } from '../../../lib/text/line-start.ts';
import { nextLine } from '../../../lib/text/next-line.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlMap } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';

/** The lines of the item of `script` that a place lies in; undefined where it shares them with something else. */
export function itemLines(body: YamlMap, { source, start }: TextRange): TextRange | undefined {
  const item = body
    .list('script')
    .find(({ range }) => range.source === source && range.start <= start && start < range.end);
  if (!item) return undefined;
  const begin = lineStart(source.text, item.range.start);
  const dash = source.text.slice(begin, item.range.start);
  // A block scalar's text ends at the start of the next line.
  const end = nextLine(source.text, Math.max(item.range.end - 1, item.range.start));
  return /^\s*-\s+$/.test(dash) ? { source, start: begin, end } : undefined;
}

/** Where the next job could be written; undefined where the job is in one line with others. */
export function endOfJob({ at: { source, start } }: Job): TextRange | undefined {
  if (lineStart(source.text, start) !== start) return undefined;
  const { text } = source;
  for (let at = nextLine(text, start); ; at = nextLine(text, at)) {
    if (at >= text.length) return { source, start: text.length, end: text.length };
    if (!/[\s#]/.test(text[at] ?? '')) return { source, start: at, end: at };
  }
}
