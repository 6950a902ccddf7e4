/**
 * What a regular expression can be held to without running it. Offsets and widths are in characters; a bound may be
 * too wide, never too narrow.
 */
export interface Measure {
  /** How far past the end of a match the expression may look: lookaheads, `$`, word boundaries. At least 1. */
  readonly ahead: number;
  /** Has capture groups. */
  readonly captures: boolean;
  /** What every match contains, in order. */
  readonly rows: readonly Row[];
  /** Of each of these, every match contains one. */
  readonly choices: readonly (readonly Row[])[];
}

/** Elements that each match one byte and follow each other, by their sources; the first is `from` to `to` bytes after the start. */
export interface Row {
  readonly sets: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A part of an expression. */
interface Part {
  readonly min: number;
  readonly max: number;
  readonly ahead: number;
  readonly rows: readonly Row[];
  readonly choices: readonly (readonly Row[])[];
}

const nothing: Part = { min: 0, max: 0, ahead: 0, rows: [], choices: [] };

/** Rows are followed up to this length. */
const longestRow = 80;
/** A choice of more rows than this is none. */
const mostChoices = 64;

/** Class, backreference, escape, opening of a group, quantifier, or a single character (ECMA-262, section 22.2.1). */
const token =
  /\[(?:[^\]\\]|\\[^])*\]|\\k<[^>]*>|\\[1-9]\d*|\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\[^]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/giy;
const counts = /^\{(\d+)(,?)(\d*)\}/;

/** Measures a valid JavaScript expression without the flag `v`. */
export function measureExpression(source: string): Measure {
  const tokens = source.match(token) ?? [];
  const captures = tokens.some((text) => text === '(' || /^\(\?<[^=!]/.test(text));
  const { ahead, rows, choices } = readAlternatives(tokens.reverse());
  return { ahead: Math.max(1, ahead), captures, rows, choices };
}

/** Reads up to the end of the group; `rest` are the tokens still to come, the next one last. */
function readAlternatives(rest: string[]): Part {
  const first = readSequence(rest);
  const parts = [first];
  while (rest.at(-1) === '|') {
    rest.pop();
    parts.push(readSequence(rest));
  }
  if (parts.length === 1) return first;
  const choice = chooseAmong(parts);
  return {
    min: Math.min(...parts.map(({ min }) => min)),
    max: Math.max(...parts.map(({ max }) => max)),
    ahead: Math.max(...parts.map(({ ahead }) => ahead)),
    rows: [],
    choices: choice ? [choice] : [],
  };
}

/** One row of each alternative, or the choice that it has itself; nothing when one of them has neither. */
function chooseAmong(parts: readonly Part[]): readonly Row[] | undefined {
  const choice: Row[] = [];
  for (const { rows, choices } of parts) {
    const [row] = [...rows].sort((a, b) => b.sets.length - a.sets.length);
    const own = row ? [row] : choices[0];
    if (!own) return undefined;
    choice.push(...own);
  }
  return choice.length <= mostChoices ? choice : undefined;
}

function readSequence(rest: string[]): Part {
  let [min, max, ahead] = [0, 0, 0];
  const rows: { sets: string[]; readonly from: number; readonly to: number }[] = [];
  const choices: Row[][] = [];
  for (let next = rest.at(-1); next !== undefined && next !== '|' && next !== ')'; next = rest.at(-1)) {
    let part = readPart(rest);
    if (isQuantifier(rest.at(-1) ?? '')) part = repeat(part, rest.pop() ?? '');
    for (const row of part.rows) {
      const [from, to] = [row.from + min, row.to + max];
      const last = rows.at(-1);
      const size = last?.sets.length ?? 0;
      // A row that begins where the last one ends, and as exactly, continues it.
      if (last && from === last.from + size && to === last.to + size && size < longestRow) last.sets.push(...row.sets);
      else rows.push({ sets: [...row.sets], from, to });
    }
    for (const choice of part.choices) {
      choices.push(choice.map((row) => ({ sets: row.sets, from: row.from + min, to: row.to + max })));
    }
    min += part.min;
    max += part.max;
    ahead = Math.max(ahead, part.ahead);
  }
  return { min, max, ahead, rows, choices };
}

function readPart(rest: string[]): Part {
  const text = rest.pop() ?? '';
  if (text.startsWith('(')) {
    const inner = readAlternatives(rest);
    rest.pop();
    if (text === '(?=' || text === '(?!') return { ...nothing, ahead: inner.ahead + inner.max };
    return text === '(?<=' || text === '(?<!' ? { ...nothing, ahead: inner.ahead } : inner;
  }
  if (text === '$' || text === '^' || text === '\\b' || text === '\\B') return { ...nothing, ahead: 1 };
  if (/^\\(?:k<|[1-9])/.test(text)) return { ...nothing, max: Infinity };
  return { min: 1, max: 1, ahead: 0, rows: [{ sets: [text], from: 0, to: 0 }], choices: [] };
}

function isQuantifier(text: string): boolean {
  return '*+?'.includes(text.charAt(0)) ? text !== '' : text.startsWith('{') && text.length > 1;
}

function repeat(part: Part, text: string): Part {
  const [low, high] = bounds(text);
  const [row] = part.rows;
  const set = part.max === 1 && row?.sets.length === 1 ? row.sets[0] : undefined;
  const rows =
    set === undefined
      ? part.rows
      : [{ sets: Array.from({ length: Math.min(low, longestRow) }, () => set), from: 0, to: 0 }];
  return {
    min: part.min * low,
    max: part.max === 0 || high === 0 ? 0 : part.max * high,
    ahead: part.ahead,
    rows: low === 0 ? [] : rows,
    choices: low === 0 ? [] : part.choices,
  };
}

function bounds(quantifier: string): readonly [low: number, high: number] {
  const [, least = '0', comma, most = ''] = counts.exec(quantifier) ?? [];
  if (comma === undefined) return [quantifier.startsWith('+') ? 1 : 0, quantifier.startsWith('?') ? 1 : Infinity];
  const low = Number(least);
  return [low, comma === '' ? low : most === '' ? Infinity : Number(most)];
}
