import { lineStart } from '../../../../lib/text/line-start.ts';
import type { YamlMap } from '../../../../lib/yaml/node.ts';
import type { IssueEdit } from '../../rule.ts';

/** Adds keys to a mapping, in the way it is written; undefined when it has none to go by. */
export function addKeys(map: YamlMap, lines: readonly string[]): IssueEdit | undefined {
  const [first] = map.entries;
  if (!first || lines.length === 0) return undefined;
  const { source, start } = first.key.range;
  const before = source.text.slice(lineStart(source.text, start), start);
  const at = { source, start, end: start };
  if (/^ *$/.test(before)) return { at, text: lines.map((line) => `${line}\n${before}`).join('') };
  return source.text[map.range.start] === '{' ? { at, text: lines.map((line) => `${line}, `).join('') } : undefined;
}
