import type { TextLines } from './surroundings.ts';

export interface Statement {
  /** Up to the first block in it. */
  readonly head: string;
  readonly endLine: number;
}

const mostLines = 12;
const mostCharacters = 1000;
/** A statement is known by this many letters and digits; what a block behind them holds does not matter then. */
const enough = 12;

const goesOn = /[=+*.,&|?([\\]\s*$/;
const continues = /^\s*([.+?*=)\]]|&&|\|\||:\s)/;

/** The statement that begins on a line, for a finding without columns: with the lines on which a formatter may have put the rest of it. */
export function statementAt(text: TextLines, startLine: number): Statement {
  let raw = '';
  let endLine = startLine;
  for (let number = startLine; number < startLine + mostLines && raw.length < mostCharacters; number++) {
    const line = text.line(number);
    if (line === undefined) break;
    endLine = number;
    raw += `${line.trim().slice(0, mostCharacters)}\n`;
    const next = text.line(number + 1) ?? '';
    if (!isOpen(raw) && !goesOn.test(line) && !continues.test(next)) break;
  }
  return { head: raw.slice(0, blockIn(raw)).replace(/^[)\]}{\s]+/, ''), endLine };
}

/** More round and square brackets opened than closed. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
  }
  return depth > 0;
}

/** Where a block begins after enough of a head; the end of the text if none does. */
function blockIn(text: string): number {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (/\w/.test(text[at] ?? '')) seen++;
    else if (text[at] === '{' && seen >= enough) return at;
  }
  return text.length;
}
