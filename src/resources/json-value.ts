import { SourceText, type TextRange } from '../lib/text/source-text.ts';
import { parseYaml } from '../lib/yaml/parse-yaml.ts';
import { joinText } from './conversions.ts';
import { scalar, subjectOf, type Open, type Value } from './value.ts';
import { fromYaml } from './yaml-value.ts';

/**
 * What a text of JSON or YAML says. It has the places of the file when it is the text of a whole file; else all of it is
 * where the text is. What is open in the text is open in the value. Undefined when it is no such text.
 */
export function readDataText(value: Value): Value | undefined {
  if (value.kind === 'json') return value.value;
  if (value.kind === 'text') return readOpenText(value.parts, value.at);
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return undefined;
  const { source, start, end } = value.at;
  const isWhole = start === 0 && end === source.text.length && source.text === value.value;
  return isWhole ? readData(source) : readData(new SourceText(source.uri, value.value), value.at);
}

/**
 * A JSON or YAML file; JSON is read as the YAML that it is, which knows places.
 * @param at where the text is written, when it is not a file's
 */
export function readData(source: SourceText, at?: TextRange): Value | undefined {
  const { documents, problems } = parseYaml(source, { version: '1.2' });
  const [node] = documents;
  if (!node || problems.some(({ code }) => code !== 'duplicate-key')) return undefined;
  return fromYaml(node, at && ((range) => placeInHeredoc(range, at)));
}

/** The lines of a heredoc that a part of its text is written on; all of it, when the text is written otherwise. */
function placeInHeredoc({ source, start, end }: TextRange, at: TextRange): TextRange {
  const written = at.source.text.slice(at.start, at.end);
  const isHeredoc = written.startsWith('<<') && written.split('\n').length === source.text.split('\n').length + 1;
  if (!isHeredoc) return at;
  const above = at.source.position(at.start).line;
  const first = at.source.offset(above + source.position(start).line, 1);
  const last = at.source.offset(above + source.position(end).line, 1);
  if (first === undefined || last === undefined) return at;
  const lineEnd = at.source.text.indexOf('\n', last);
  const indentation = /^[ \t]*/.exec(at.source.text.slice(first, first + 1000))?.[0].length ?? 0;
  return { source: at.source, start: first + indentation, end: lineEnd === -1 ? at.end : lineEnd };
}

/** Stand for what is open while the text around it is read. */
const mark = /\uE000(\d+)\uE001/;

function readOpenText(parts: readonly (string | Open)[], at: TextRange): Value | undefined {
  const opens: Open[] = [];
  const text = parts.map((part) =>
    typeof part === 'string' ? part.replaceAll(/[\uE000\uE001]/g, '') : `\uE000${opens.push(part) - 1}\uE001`,
  );
  const read = readData(new SourceText(at.source.uri, text.join('')), at);
  return read && withOpens(read, opens);
}

function withOpens(value: Value, opens: readonly Open[]): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => withOpens(item, opens)) };
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, item]) => [nameOpens(key, opens), withOpens(item, opens)] as const);
    return { ...value, entries: new Map(entries) };
  }
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return value;
  const pieces = value.value.split(mark).map((piece, index) => {
    const open = index % 2 === 1 ? opens[Number(piece)] : undefined;
    return open ?? scalar(piece, value.at);
  });
  const [, only] = pieces;
  return pieces.length === 3 && only && value.value.replace(mark, '') === ''
    ? only
    : (joinText(pieces, value.at) ?? value);
}

function nameOpens(key: string, opens: readonly Open[]): string {
  return key.replace(new RegExp(mark, 'g'), (_, index: string) => {
    const open = opens[Number(index)];
    return open ? `\${${subjectOf(open)}}` : '';
  });
}
