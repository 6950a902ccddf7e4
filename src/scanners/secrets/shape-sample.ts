import type { Random } from './secret-rule.ts';
import type { Sequence, Shape, Unit } from './shape.ts';

/** Draws a value from a shape: the secret without its context. */
export function sampleShape(shape: Shape, random: Random): string {
  return sampleSequence(shape.value, random);
}

function sampleSequence(sequence: Sequence, random: Random): string {
  return sequence.map((unit) => sampleUnit(unit, random)).join('');
}

function sampleUnit(unit: Unit, random: Random): string {
  if (unit.kind === 'literal') return unit.text;
  let text = '';
  for (let left = countOf(unit.min, unit.max, random); left > 0; left--) {
    text +=
      unit.kind === 'class'
        ? pick(unit.set.members.split(''), random)
        : sampleSequence(pick(unit.alternatives, random), random);
  }
  return text;
}

/** Real tokens of an open-ended format are near its lower bound. */
function countOf(min: number, max: number, random: Random): number {
  return min + Math.floor(random() * (Math.min(max, min + 40) - min + 1));
}

/** One element of a list, evenly. */
export function pick<T>(list: readonly T[], random: Random): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Mulberry32: a small seeded generator, good enough for examples and never for keys. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
