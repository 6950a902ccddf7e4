import { extractFeatures } from '../../src/scanners/secrets/generic/features.ts';
import { buckets, hashFeature } from '../../src/scanners/secrets/generic/hash-feature.ts';
import type { Example } from './dataset.ts';
import type { Dice } from './random.ts';

/** An example as numbers: pairs of bucket and strength. */
export interface Row {
  readonly example: Example;
  readonly indices: Int32Array;
  readonly strengths: Float32Array;
}

export function toRow(example: Example): Row {
  const sums = new Map<number, number>();
  extractFeatures(example.candidate, (name, strength) => {
    const bucket = hashFeature(name);
    sums.set(bucket, (sums.get(bucket) ?? 0) + strength);
  });
  return { example, indices: Int32Array.from(sums.keys()), strengths: Float32Array.from(sums.values()) };
}

export function score(weights: Float32Array, row: Row): number {
  let sum = 0;
  for (let index = 0; index < row.indices.length; index++)
    sum += (weights[row.indices[index] ?? 0] ?? 0) * (row.strengths[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every used weight towards zero, per step. */
  readonly l1: number;
  readonly l2: number;
}

/** Logistic regression by AdaGrad (Duchi, Hazan, Singer 2011) with truncated L1. */
export function train(rows: readonly Row[], options: TrainingOptions, dice: Dice): Float32Array {
  const weights = new Float32Array(buckets);
  const squares = new Float32Array(buckets).fill(1);
  const order = Uint32Array.from(rows.keys());
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = dice.whole(0, index);
      const held = order[index] ?? 0;
      order[index] = order[other] ?? 0;
      order[other] = held;
    }
    for (const position of order) {
      const row = rows[position];
      if (row === undefined) continue;
      const error = (score(weights, row) - (row.example.secret ? 1 : 0)) * row.example.weight;
      for (let index = 0; index < row.indices.length; index++) {
        const bucket = row.indices[index] ?? 0;
        const weight = weights[bucket] ?? 0;
        const gradient = error * (row.strengths[index] ?? 0) + options.l2 * weight;
        squares[bucket] = (squares[bucket] ?? 0) + gradient * gradient;
        const pace = options.rate / Math.sqrt(squares[bucket] ?? 1);
        const moved = weight - pace * gradient;
        const pull = pace * options.l1;
        weights[bucket] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0;
      }
    }
  }
  return weights;
}
