import { negate, type RuneSet } from './rune-set.ts';

/** Perl classes of RE2: ASCII only, and `\s` without vertical tab. */
const perl: Readonly<Record<string, RuneSet>> = {
  d: [0x30, 0x39],
  s: [9, 10, 12, 13, 32, 32],
  w: [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a],
};

/** POSIX classes, as in `[[:alpha:]]`. */
const posix: Readonly<Record<string, RuneSet>> = {
  alnum: [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a],
  alpha: [0x41, 0x5a, 0x61, 0x7a],
  ascii: [0, 0x7f],
  blank: [9, 9, 32, 32],
  cntrl: [0, 0x1f, 0x7f, 0x7f],
  digit: [0x30, 0x39],
  graph: [0x21, 0x7e],
  lower: [0x61, 0x7a],
  print: [0x20, 0x7e],
  punct: [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e],
  space: [9, 13, 32, 32],
  upper: [0x41, 0x5a],
  word: [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a],
  xdigit: [0x30, 0x39, 0x41, 0x46, 0x61, 0x66],
};

/** What an escaped letter such as `\d` or `\W` stands for; undefined when it is no class. `widen` folds case. */
export function perlGroup(letter: string, widen: (set: RuneSet) => RuneSet): RuneSet | undefined {
  const group = perl[letter.toLowerCase()];
  if (group === undefined) return undefined;
  return letter in perl ? widen(group) : negate(widen(group));
}

/** What the name between `[:` and `:]` stands for, for example `alpha` or `^digit`. */
export function posixGroup(name: string, widen: (set: RuneSet) => RuneSet): RuneSet | undefined {
  const negated = name.startsWith('^');
  const group = posix[negated ? name.slice(1) : name];
  if (group === undefined) return undefined;
  return negated ? negate(widen(group)) : widen(group);
}
