/** The text of a block scalar whose indentation is known from its first line (YAML 1.2.2 §8.1). */
export interface BlockText {
  readonly value: string;
  /** Behind the line break of its last line. */
  readonly end: number;
}

/**
 * Reads the lines of a block scalar without indentation indicator.
 * @param start where the line after its header begins
 * @param least spaces that its first line must have at least
 * @returns undefined for what is better read with all of YAML's rules: no content, blank lines that are longer than
 *   the indentation, tabs behind it
 */
export function readBlock(text: string, start: number, least: number, folded: boolean): BlockText | undefined {
  const lines: string[] = [];
  let indent = -1;
  let at = start;
  /** Lines up to the last that is not blank, and where that one ends. */
  let kept = 0;
  let end = start;
  while (at < text.length) {
    const first = afterSpaces(text, at);
    const newline = text.indexOf('\n', first);
    const lineEnd = newline === -1 ? text.length : newline;
    if (first === lineEnd) {
      // Blank lines at the end are none of it; with more spaces than the indentation they might be.
      if (first - at > (indent === -1 ? least - 1 : indent)) return undefined;
      if (newline === -1 && first > at) return undefined;
      lines.push('');
    } else {
      if (indent === -1 && first - at >= least) indent = first - at;
      if (indent === -1 || first - at < indent) break;
      lines.push(text.slice(at + indent, lineEnd));
      kept = lines.length;
      end = newline === -1 ? lineEnd : newline + 1;
    }
    at = lineEnd + 1;
  }
  if (kept === 0 || text[afterSpaces(text, Math.min(at, text.length))] === '\t') return undefined;
  lines.length = kept;
  return { value: folded ? fold(lines) : lines.join('\n'), end };
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** One line break between two lines becomes a space, except around those that are indented more (§8.1.3). */
function fold(lines: readonly string[]): string {
  let value = '';
  let breaks = 0;
  let previous: 'none' | 'text' | 'more' = 'none';
  for (const line of lines) {
    if (line === '') {
      breaks++;
      continue;
    }
    const kind = /^[ \t]/.test(line) ? 'more' : 'text';
    if (previous === 'none') value += '\n'.repeat(breaks);
    else if (previous === 'text' && kind === 'text') value += breaks === 0 ? ' ' : '\n'.repeat(breaks);
    else value += '\n'.repeat(breaks + 1);
    value += line;
    previous = kind;
    breaks = 0;
  }
  return value;
}
