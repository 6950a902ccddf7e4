import { lineStart } from '../../../lib/text/line-start.ts';
import { nextLine } from '../../../lib/text/next-line.ts';
import type { YamlEntry, YamlMap } from '../../../lib/yaml/node.ts';
import type { IssueEdit } from '../rule.ts';

/** Takes a key and its value out, with their lines; undefined where they do not have lines of their own. */
export function removeEntry({ key, value }: YamlEntry): IssueEdit | undefined {
  const { source } = key.range;
  if (value.range.source !== source) return undefined;
  const start = lineStart(source.text, key.range.start);
  const end = nextLine(source.text, Math.max(value.range.end, key.range.end));
  if (source.text.slice(start, key.range.start).trim() !== '') return undefined;
  if (!/^\s*(?:#[^\n]*)?\n?$/.test(source.text.slice(value.range.end, end))) return undefined;
  return { at: { source, start, end }, text: '' };
}

/** Puts a key before the first of a mapping in block style, at its indentation; undefined for flow mappings. */
export function addEntry(map: YamlMap, line: string): IssueEdit | undefined {
  const first = map.entries.find(
    ({ key }) =>
      key.range.source === map.range.source && key.range.start >= map.range.start && key.range.end <= map.range.end,
  );
  if (!first) return undefined;
  const { source, start } = first.key.range;
  const begin = lineStart(source.text, start);
  const indent = source.text.slice(begin, start);
  if (indent.trim() !== '' || indent === '') return undefined;
  return { at: { source, start: begin, end: begin }, text: `${indent}${line.replaceAll('\n', `\n${indent}`)}\n` };
}

/** Puts a key behind another of the same mapping, at its indentation. */
export function addAfter({ key, value }: YamlEntry, line: string): IssueEdit | undefined {
  const { source, start } = key.range;
  const begin = lineStart(source.text, start);
  const before = source.text.slice(begin, start);
  if (!/^[\s-]*$/.test(before) || value.range.source !== source) return undefined;
  // The first key of an item stands behind its dash.
  const indent = before.replaceAll('-', ' ');
  const at = nextLine(source.text, Math.max(value.range.end - 1, key.range.end));
  const newline = source.text.charAt(at - 1) === '\n' ? '' : '\n';
  return { at: { source, start: at, end: at }, text: `${newline}${indent}${line.replaceAll('\n', `\n${indent}`)}\n` };
}
