/**
 * What a regular expression can be held to without running it. Offsets and widths are in characters; a bound may be
 * too wide, never too narrow.
 */
export interface Measure {
  /** How far past the end of a match the expression may look: lookaheads, `$`, word boundaries. At least 1. */
  readonly ahead: number;
  /** Every match contains this run. */
  readonly run?: ByteRun;
}

/** At least `least` bytes of one set in a row, starting `from` to `to` bytes after the start of the match. */
export interface ByteRun {
  /** 1 for each byte of the set. */
  readonly members: Uint8Array;
  readonly least: number;
  readonly from: number;
  readonly to: number;
}

/** A part of an expression. */
interface Part {
  readonly min: number;
  readonly max: number;
  readonly ahead: number;
  /** The longest mandatory run; its set is given as the source of one element. */
  readonly run?: { readonly set: string; readonly least: number; readonly from: number; readonly to: number };
}

/** Shorter runs tell too little. */
const shortestRun = 6;
/** A run that may start anywhere in a long stretch tells too little, too. */
const widestPlay = 512;

/** Class, backreference, escape, opening of a group, quantifier, or a single character (ECMA-262, section 22.2.1). */
const token =
  /\[(?:[^\]\\]|\\[^])*\]|\\k<[^>]*>|\\[1-9]\d*|\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\[^]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/giy;
const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??$/;

/** Measures a valid JavaScript expression without the flag `v`. */
export function measureExpression(source: string, flags: string): Measure {
  const tokens = source.match(token) ?? [];
  const { ahead, run } = readAlternatives(tokens.reverse());
  const useful = run && run.least >= shortestRun && run.to - run.from <= widestPlay;
  return { ahead: Math.max(1, ahead), ...(useful && { run: { ...run, members: membersOf(run.set, flags) } }) };
}

/** Reads up to the end of the group; `rest` are the tokens still to come, the next one last. */
function readAlternatives(rest: string[]): Part {
  const first = readSequence(rest);
  let whole = first;
  while (rest.at(-1) === '|') {
    rest.pop();
    const other = readSequence(rest);
    whole = {
      min: Math.min(whole.min, other.min),
      max: Math.max(whole.max, other.max),
      ahead: Math.max(whole.ahead, other.ahead),
    };
  }
  return whole;
}

function readSequence(rest: string[]): Part {
  let whole: Part = { min: 0, max: 0, ahead: 0 };
  for (let next = rest.at(-1); next !== undefined && next !== '|' && next !== ')'; next = rest.at(-1)) {
    const part = readPart(rest);
    const repeated = quantifier.test(rest.at(-1) ?? '') ? repeat(part, rest.pop() ?? '') : part;
    whole = append(whole, repeated);
  }
  return whole;
}

function append(whole: Part, part: Part): Part {
  const { min, max } = whole;
  const shifted = part.run && { ...part.run, from: part.run.from + min, to: part.run.to + max };
  const run = (shifted?.least ?? 0) > (whole.run?.least ?? 0) ? shifted : whole.run;
  return { min: min + part.min, max: max + part.max, ahead: Math.max(whole.ahead, part.ahead), ...(run && { run }) };
}

function readPart(rest: string[]): Part {
  const text = rest.pop() ?? '';
  if (text.startsWith('(')) {
    const inner = readAlternatives(rest);
    rest.pop();
    if (/^\(\?[=!]/.test(text)) return { min: 0, max: 0, ahead: inner.ahead + inner.max };
    return /^\(\?<[=!]/.test(text) ? { min: 0, max: 0, ahead: inner.ahead } : inner;
  }
  if (text === '$' || text === '^' || /^\\b$/i.test(text)) return { min: 0, max: 0, ahead: 1 };
  if (/^\\(?:k<|[1-9])/.test(text)) return { min: 0, max: Infinity, ahead: 0 };
  return { min: 1, max: 1, ahead: 0, run: { set: text, least: 1, from: 0, to: 0 } };
}

function repeat(part: Part, text: string): Part {
  const [, least, comma, most] = quantifier.exec(text) ?? [];
  const low = least === undefined ? (text.startsWith('+') ? 1 : 0) : Number(least);
  const high =
    least === undefined
      ? text.startsWith('?')
        ? 1
        : Infinity
      : comma === ''
        ? low
        : most === ''
          ? Infinity
          : Number(most);
  const single = part.min === 1 && part.max === 1 && part.run?.least === 1;
  const run = low === 0 || !part.run ? undefined : single ? { ...part.run, least: low } : part.run;
  return {
    min: part.min * low,
    max: part.max === 0 || high === 0 ? 0 : part.max * high,
    ahead: part.ahead,
    ...(run && { run }),
  };
}

function membersOf(set: string, flags: string): Uint8Array {
  const expression = new RegExp(`^(?:${set})$`, flags.replace('m', ''));
  return Uint8Array.from({ length: 256 }, (_, byte) => (expression.test(String.fromCharCode(byte)) ? 1 : 0));
}
