import { normalize, type RuneSet } from './rune-set.ts';

const kelvinSign = 0x212a;
const longS = 0x17f;

let orbits: ReadonlyMap<number, readonly number[]> | undefined;

/** Most sets are letters and a few classes that come again and again. */
const folded = new WeakMap<RuneSet, RuneSet>();

/** Adds to the set every code point that equals one of its members under Unicode simple case folding, as RE2 does. */
export function foldCase(set: RuneSet): RuneSet {
  const known = folded.get(set);
  if (known !== undefined) return known;
  const last = set.at(-1);
  const result = last === undefined || last < 0x80 ? foldAscii(set) : foldUnicode(set);
  folded.set(set, result);
  return result;
}

function foldAscii(set: RuneSet): RuneSet {
  const result = [...set];
  for (let i = 0; i + 1 < set.length; i += 2) {
    const lo = set[i] ?? 0;
    const hi = set[i + 1] ?? 0;
    addShifted(result, Math.max(lo, 0x41), Math.min(hi, 0x5a), 0x20);
    addShifted(result, Math.max(lo, 0x61), Math.min(hi, 0x7a), -0x20);
  }
  const folded = normalize(result);
  const extra: number[] = [];
  for (let i = 0; i + 1 < folded.length; i += 2) {
    const lo = folded[i] ?? 0;
    const hi = folded[i + 1] ?? 0;
    if (lo <= 0x6b && 0x6b <= hi) extra.push(kelvinSign, kelvinSign);
    if (lo <= 0x73 && 0x73 <= hi) extra.push(longS, longS);
  }
  return extra.length === 0 ? folded : normalize([...folded, ...extra]);
}

function addShifted(ranges: number[], lo: number, hi: number, shift: number): void {
  if (lo <= hi) ranges.push(lo + shift, hi + shift);
}

function foldUnicode(set: RuneSet): RuneSet {
  orbits ??= buildOrbits();
  const result = [...set];
  if (set.length === 2 && set[0] === set[1]) {
    for (const other of orbits.get(set[0] ?? 0) ?? []) result.push(other, other);
    return normalize(result);
  }
  for (const [rune, orbit] of orbits) {
    for (let i = 0; i + 1 < set.length; i += 2) {
      if (rune >= (set[i] ?? 0) && rune <= (set[i + 1] ?? 0)) {
        for (const other of orbit) result.push(other, other);
        break;
      }
    }
  }
  return normalize(result);
}

/**
 * Code points grouped by simple case folding. The candidates come from the one-to-one case mappings; the `iu` comparison
 * of ECMAScript, which is defined by simple case folding (ECMA-262 §22.2.2.7.3), decides.
 */
function buildOrbits(): ReadonlyMap<number, readonly number[]> {
  const cased = /[\p{Changes_When_Casemapped}\p{Changes_When_Casefolded}]/u;
  const neighbours = new Map<number, Set<number>>();
  for (let rune = 0; rune <= 0x1e943; rune++) {
    if (rune >= 0xd800 && rune < 0xe000) continue;
    const text = String.fromCodePoint(rune);
    if (!cased.test(text)) continue;
    const family = neighbours.get(rune) ?? new Set([rune]);
    for (const mapped of [text.toLowerCase(), text.toUpperCase()]) {
      const other = mapped.codePointAt(0) ?? rune;
      if (mapped !== String.fromCodePoint(other)) continue;
      for (const member of neighbours.get(other) ?? [other]) family.add(member);
    }
    for (const member of family) neighbours.set(member, family);
  }
  const result = new Map<number, readonly number[]>();
  for (const [rune, family] of neighbours) {
    const equal = new RegExp(`^\\u{${rune.toString(16)}}$`, 'iu');
    const orbit = [...family].filter((other) => other !== rune && equal.test(String.fromCodePoint(other)));
    if (orbit.length > 0) result.set(rune, orbit);
  }
  return result;
}
