/** Lines of a TOML document by the path of what stands there, like `rules[2].allowlists[0].regexes`, in lower case. */
export type KeyLines = ReadonlyMap<string, number>;

const header = /^\s*(\[\[?)\s*([\w.\-"' ]+?)\s*\]\]?\s*(?:#.*)?$/;
const assignment = /^\s*([\w-]+|"[^"\n]*"|'[^'\n]*')((?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)\s*=\s*(.*)$/;

/** No key is looked for in longer lines. */
const longestLine = 2000;

/** Finds the headers and keys of a document that was parsed already; what stands in inline tables is not told apart. */
export function findKeyLines(text: string): KeyLines {
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let table = '';
  let open: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (open !== undefined) {
      if (line.includes(open)) open = undefined;
      continue;
    }
    if (line.length > longestLine) {
      open = openString(line);
      continue;
    }
    const [, brackets, name] = header.exec(line) ?? [];
    if (name !== undefined) {
      table = enter(name.replaceAll(/["' ]/g, '').toLowerCase(), brackets === '[[', counts);
      if (!lines.has(table)) lines.set(table, index + 1);
      continue;
    }
    const [, first, rest = '', value = ''] = assignment.exec(line) ?? [];
    if (first === undefined) continue;
    const key = (first + rest).replaceAll(/["'\s]/g, '').toLowerCase();
    const path = table === '' ? key : `${table}.${key}`;
    if (!lines.has(path)) lines.set(path, index + 1);
    open = openString(value);
  }
  return lines;
}

/** The path of a header: each part that names a list of tables stands for its last one. */
function enter(name: string, isList: boolean, counts: Map<string, number>): string {
  const parts = name.split('.');
  let path = '';
  for (const [index, part] of parts.entries()) {
    path += path === '' ? part : `.${part}`;
    const count = counts.get(path) ?? 0;
    if (isList && index === parts.length - 1) counts.set(path, count + 1);
    const last = isList && index === parts.length - 1 ? count : count - 1;
    if (last >= 0) path += `[${last}]`;
  }
  return path;
}

/** The quotes of a text that goes on in the next line. */
function openString(value: string): string | undefined {
  for (const quotes of ["'''", '"""']) {
    if (value.split(quotes).length % 2 === 0) return quotes;
  }
  return undefined;
}

/** The line of a path, or of the nearest thing around it that has one. */
export function lineOf(lines: KeyLines, path: string): number | undefined {
  let place = path.toLowerCase();
  while (place !== '') {
    const line = lines.get(place);
    if (line !== undefined) return line;
    place = place.slice(0, Math.max(0, place.search(/(?:\.[^.[\]]*|\[\d+\])$/)));
  }
  return undefined;
}
