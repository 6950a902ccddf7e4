import type { Candidate } from './candidate.ts';
import { extractFeatures } from './features.ts';
import { buckets, hashFeature } from './hash-feature.ts';
import { scale, weightLines } from './weights.ts';

/** What pulled a candidate's score up (positive weight) or down. Names never hold a part of the value. */
export interface Feature {
  readonly name: string;
  readonly weight: number;
}

const shown = 8;
let weights: Int8Array | undefined;

function loadWeights(): Int8Array {
  const bytes = Buffer.from(weightLines.join(''), 'base64');
  if (bytes.length !== buckets) throw new Error(`expected ${buckets} weights, got ${bytes.length}`);
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Log odds that the candidate is a secret, by logistic regression over hashed features. */
export function scoreCandidate(candidate: Candidate): number {
  const table = (weights ??= loadWeights());
  let sum = 0;
  extractFeatures(candidate, (name, strength) => {
    sum += (table[hashFeature(name)] ?? 0) * strength;
  });
  return sum * scale;
}

/** What the score is made of, the strongest first. */
export function explainScore(candidate: Candidate): readonly Feature[] {
  const table = (weights ??= loadWeights());
  const sums = new Map<string, number>();
  extractFeatures(candidate, (name, strength) => {
    const family = publicName(name);
    sums.set(family, (sums.get(family) ?? 0) + (table[hashFeature(name)] ?? 0) * strength * scale);
  });
  return [...sums]
    .map(([name, weight]) => ({ name, weight: Math.round(weight * 100) / 100 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
    .slice(0, shown);
}

/** Families whose members spell out parts of the value or of its surroundings are shown as one. */
function publicName(name: string): string {
  const family = name.slice(0, name.indexOf(':'));
  return /^(?:value\.|left|right|before|after|next|between|callee)/.test(family) ? family : name;
}
