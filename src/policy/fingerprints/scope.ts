import { normaliseContext } from './normalise.ts';
import type { TextLines } from './surroundings.ts';

const farthest = 400;
const longestHeader = 600;

/** Heads of blocks that say how code runs, not what it belongs to. */
const control =
  /^[})\]\s]*(if|else|elif|elsif|for|foreach|while|until|switch|case|default|match|when|try|catch|except|rescue|finally|do|with|unless|loop|return|\{)\b/;

/**
 * What a line belongs to, whatever the language: the nearest line above that is indented less, opens a block (by a brace
 * or a colon) and is no control statement, with the words of the control statements in between. Parameters and
 * conditions are left out, since they change more often than names. Empty at the top level.
 */
export function scopeOf(text: TextLines, startLine: number, line: string): string {
  let indent = indentation(line);
  let inner = '';
  const nearest = Math.max(1, startLine - farthest);
  for (let number = startLine - 1; number >= nearest && indent > 0; number--) {
    const candidate = text.line(number);
    if (candidate === undefined) break;
    if (candidate.trim() === '' || indentation(candidate) >= indent) continue;
    const header = /^\s*[)\]]/.test(candidate) ? joined(text, number, candidate) : candidate;
    indent = indentation(candidate);
    if (!opensBlock(candidate)) continue;
    const word = control.exec(header)?.[1];
    if (word === undefined) return `${nameIn(header.slice(0, longestHeader))} ${inner}`;
    inner = `${word} ${inner}`;
  }
  return '';
}

/** A head that a formatter broke: from the line where its brackets open. */
function joined(text: TextLines, last: number, tail: string): string {
  const indent = indentation(tail);
  const lines = [tail];
  for (let number = last - 1; number > last - 40; number--) {
    const line = text.line(number);
    if (line === undefined) break;
    lines.unshift(line);
    if (line.trim() !== '' && indentation(line) <= indent && !/^\s*[)\]]/.test(line)) break;
  }
  return lines.join(' ');
}

function opensBlock(line: string): boolean {
  return /[{:]\s*(#.*|\/\/.*|\/\*.*)?$/.test(line.slice(-longestHeader));
}

function nameIn(header: string): string {
  const name = header
    .replace(/\([^()]*\)\s*(:[^{=]*|->[^{=]*)?(=>)?\s*[{:]\s*$/, '')
    .replace(/(\S\s*)\b(async\s+)?function\b[\s*\w]*$/, '$1');
  return normaliseContext(name);
}

function indentation(line: string): number {
  return line.search(/\S|$/);
}
