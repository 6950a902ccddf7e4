import type { Candidate } from './candidate.ts';
import { fileExtension } from './file-style.ts';
import { nameKind, splitName } from './key-name.ts';

const separators = [',', ';', '\t', '|'];
const longestHeader = 2000;
const mostRows = 20_000;

interface Column {
  readonly index: number;
  readonly key: string;
  readonly kind: 'password' | 'secret' | 'token' | 'key';
}

/**
 * The values of a table's columns that are named for secrets (RFC 4180, or with other separators). Lines that break
 * inside of quotes are read as two.
 */
export function* readColumns(bytes: Buffer, path: string): Generator<Candidate> {
  if (!/^(?:csv|tsv|psv)$/.test(fileExtension(path))) return;
  const first = bytes.indexOf('\n');
  if (first < 0 || first > longestHeader) return;
  const header = bytes.toString('latin1', 0, first).replace(/^\xef\xbb\xbf/, '');
  const separator = separators.find((each) => header.includes(each));
  if (separator === undefined) return;
  const columns = Array.from(readCells(header, separator), ({ text }, index) => columnOf(text, index)).filter(
    (column) => column !== undefined,
  );
  if (columns.length === 0) return;
  let start = first + 1;
  for (let row = 0; row < mostRows && start < bytes.length; row++) {
    const next = bytes.indexOf('\n', start);
    const end = next < 0 ? bytes.length : next;
    yield* readRow(bytes.toString('latin1', start, end), start, columns, separator, path);
    start = end + 1;
  }
}

/** Of plain names only those of passwords and secrets; `key` and `token` head columns of anything. */
function columnOf(name: string, index: number): Column | undefined {
  if (!/^[\w .-]{2,40}$/.test(name)) return undefined;
  const kind = nameKind(name);
  if (kind === undefined || kind === 'auth' || kind === 'other') return undefined;
  const telling = kind === 'password' || kind === 'secret' || splitName(name).length > 1;
  return telling ? { index, key: name, kind } : undefined;
}

/** What is no plain word: tables of words have columns for `password`, too. */
const chosen = /[^A-Za-z\s]|[a-z][A-Z]/;

function* readRow(
  line: string,
  base: number,
  columns: readonly Column[],
  separator: string,
  path: string,
): Generator<Candidate> {
  const cells = Array.from(readCells(line, separator));
  for (const { index, key, kind } of columns) {
    const cell = cells[index];
    if (cell === undefined || !chosen.test(cell.text)) continue;
    const { text: value, start, quote } = cell;
    const end = start + value.length;
    const around = { left: line.slice(Math.max(0, start - 60), start), right: line.slice(end, end + 20) };
    const place = { start: base + start, end: base + end, value, quote, ...around };
    yield { ...place, key, kind, origin: 'assignment', operator: ':', packed: false, path, style: 'data' };
  }
}

function* readCells(line: string, separator: string): Generator<{ text: string; start: number; quote: string }> {
  let at = 0;
  while (at <= line.length) {
    const quoted = line[at] === '"' ? line.indexOf('"', at + 1) : -1;
    if (quoted >= 0) {
      yield { text: line.slice(at + 1, quoted), start: at + 1, quote: '"' };
      const next = line.indexOf(separator, quoted);
      if (next < 0) return;
      at = next + 1;
      continue;
    }
    const next = line.indexOf(separator, at);
    const end = next < 0 ? line.length : next;
    const cell = line.slice(at, end);
    yield { text: cell.trim(), start: at + cell.length - cell.trimStart().length, quote: '' };
    if (next < 0) return;
    at = next + 1;
  }
}
