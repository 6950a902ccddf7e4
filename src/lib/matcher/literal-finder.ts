import { chooseParts, type LiteralParts } from './literal-parts.ts';
import { LiteralScan, textSize } from './literal-scan.ts';
import type { Literal } from './pattern.ts';
import { SequenceRarity } from './sequence-rarity.ts';

/** Called with the index of the literal and where it starts. */
export type LiteralReport = (literal: number, start: number) => void;

export interface LiteralFinder {
  /** Reports every occurrence that lies inside [start, end), in roughly ascending order. */
  find(bytes: Uint8Array, start: number, end: number, report: LiteralReport): void;
}

/** Learning what is rare in what is searched pays only where much is; after a sample of this size it is known. */
const learnAfter = 1 << 19;
const sampleSize = 1 << 19;

/** Longer literals would leave no room for text around them. */
const longestLiteral = 1 << 12;

/**
 * Finds many literals at once, each by its rarest part.
 * @param parts what `firstParts` gives for the literals, if that is known already
 */
export function createLiteralFinder(literals: readonly Literal[], parts?: LiteralParts): LiteralFinder {
  const rarity = new SequenceRarity();
  let unseen = learnAfter + sampleSize;
  for (const [index, { text }] of literals.entries()) {
    if (text.length < 3) throw new RangeError(`literal ${index} is shorter than three bytes`);
    if (text.length > longestLiteral) throw new RangeError(`literal ${index} is longer than ${longestLiteral} bytes`);
  }
  const margin = Math.max(0, ...literals.map(({ text }) => text.length));
  /** Bytes decided in one run; those around them are there to compare with. */
  const core = textSize - 2 * margin;
  const scan = new LiteralScan(literals);
  scan.choose(parts ?? firstParts(literals));

  const learn = (sample: Uint8Array): void => {
    if (unseen <= sampleSize) rarity.observe(sample);
    unseen -= sample.length;
    if (unseen <= 0) scan.choose(chooseParts(literals, (...literal) => rarity.rarestPart(...literal)));
  };

  return {
    find(bytes, start, end, report) {
      for (let at = start; at < end; at += core) {
        const low = Math.max(start, at - margin);
        const high = Math.min(end, at + core + margin);
        const text = low === 0 && high === bytes.length ? bytes : bytes.subarray(low, high);
        if (unseen > 0) learn(text);
        scan.run(text, at - low, Math.min(end, at + core) - low, (literal, from) => report(literal, low + from));
      }
    },
  };
}

/** The parts by which literals are found before anything is known about what is searched. */
export function firstParts(literals: readonly Literal[]): LiteralParts {
  const rarity = new SequenceRarity();
  return chooseParts(literals, (...literal) => rarity.rarestPart(...literal));
}
