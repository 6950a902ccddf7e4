import type { CharacterSet, Sequence, Shape, Unit } from './shape.ts';

/** Bytes that a compiled pattern may look at before its match (escape sequences) and behind it. */
const escapeBefore = String.raw`(?<=\\[nrtbfv"'/0]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\n[-+])`;

/** JavaScript source that matches the value alone, without boundaries. */
export function sequenceSource(sequence: Sequence): string {
  return sequence.map(unitSource).join('');
}

function unitSource(unit: Unit): string {
  if (unit.kind === 'literal') return escapeRegex(unit.text);
  if (unit.kind === 'class') return `[${unit.set.source}]${repeat(unit.min, unit.max)}`;
  return `(?:${unit.alternatives.map(sequenceSource).join('|')})${repeat(unit.min, unit.max)}`;
}

function repeat(min: number, max: number): string {
  if (min === 1 && max === 1) return '';
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

export function escapeRegex(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/**
 * What must not stand before the value. A token is not the tail of a longer word; the letter of an escape sequence
 * (`\n`, `%3D`, `\u003d`) or the sign of a diff line before it is no part of it.
 */
export function boundaryBefore(shape: Shape): string {
  if (shape.context.length > 0) return '';
  const [first] = shape.value;
  const own = first?.kind === 'class' ? first.set.marks.replace('\\-', '') : '';
  const joined = openingLength(shape.value) < telling ? '_-' : '';
  return `(?:(?<![A-Za-z0-9${own}${joined}])|${escapeBefore})`;
}

/** An opening of this many fixed characters is recognised behind `_` and `-` too. */
const telling = 4;

/** A set of so few characters counts as fixed. */
const fewChoices = 5;

/** Fixed characters at the start of a sequence. */
function openingLength(sequence: Sequence): number {
  const [first, ...rest] = sequence;
  if (first === undefined) return 0;
  if (first.kind === 'literal') return first.text.length + openingLength(rest);
  if (first.kind === 'group') return first.min === 0 ? 0 : Math.min(...first.alternatives.map(openingLength));
  return first.min === first.max && first.set.members.length <= fewChoices ? first.max + openingLength(rest) : 0;
}

/** What must not follow the value: a character that could have continued it. */
export function boundaryAfter(shape: Shape): string {
  const sets = lastSets(shape.value);
  const own = sets.map((set) => set.marks).join('');
  const padded = sets.some((set) => set.members.includes('/')) ? '=' : '';
  return `(?![A-Za-z0-9_${own}${padded}])`;
}

/** The sets a sequence can end with; a literal end has none of its own. */
function lastSets(sequence: Sequence): CharacterSet[] {
  const last = sequence.at(-1);
  if (last === undefined || last.kind === 'literal') return [];
  if (last.kind === 'class') return [last.set];
  const inner = last.alternatives.flatMap(lastSets);
  return last.min === 0 ? [...inner, ...lastSets(sequence.slice(0, -1))] : inner;
}
