import { lowerCase } from './lower-case.ts';
import type { Literal } from './pattern.ts';

/** The hash of sequences of three bytes. */
export const factor = 0x9e3779b1;
/** Sequences of four bytes are dealt into so many groups, each a bit for its first three bytes and one for its last three. */
const groups = 3;
export const lastHalf = 4;
/** The bit of sequences of three bytes. What follows them does not matter: every slot has the bit of their last half. */
export const short = 1 << groups;
/** A mark is a slot of the table above the bits that are set in it. */
export const markBits = 8;

/**
 * By which part each of a list of literals is found. Plain data, which can be made when the program is built, because
 * making it takes longer than a small scan.
 */
export interface LiteralParts {
  /** Where in each literal its part starts. */
  readonly offsets: readonly number[];
  /** What the table of sequences holds for the parts. */
  readonly marks: readonly number[];
}

/**
 * Chooses a part of each literal, four bytes or all of three.
 * @param offsetOf gives where in the literal that is [start, end) of `pool` its part starts
 */
export function chooseParts(
  literals: readonly Literal[],
  offsetOf: (pool: Uint8Array, start: number, end: number, caseless: boolean) => number,
): LiteralParts {
  const pool = Buffer.from(literals.map(({ text }) => text).join(''), 'latin1');
  const table = new Map<number, number>();
  const offsets: number[] = [];
  let start = 0;
  for (const { text, caseless } of literals) {
    const offset = offsetOf(pool, start, start + text.length, caseless);
    want(table, pool.subarray(start + offset, start + offset + Math.min(4, text.length)), caseless);
    offsets.push(offset);
    start += text.length;
  }
  return { offsets, marks: [...table].map(([slot, bits]) => (slot << markBits) | bits) };
}

/** Wants a part; without regard to case every sequence that compares equal. */
function want(table: Map<number, number>, part: Uint8Array, caseless: boolean): void {
  for (let variant = 0; variant < 1 << part.length; variant++) {
    const bytes = Array.from(part, (byte, at) => variantOf(byte, variant & (1 << at)));
    if (bytes.includes(-1)) continue;
    const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
    const triple = first | (second << 8) | (third << 16);
    if (part.length === 3) mark(table, triple, short);
    else {
      const group = (first + second + third + fourth) % groups;
      mark(table, triple, 1 << group);
      mark(table, second | (third << 8) | (fourth << 16), 1 << (group + lastHalf));
    }
    if (!caseless) return;
  }
}

function mark(table: Map<number, number>, triple: number, bits: number): void {
  const slot = Math.imul(triple, factor) >>> 15;
  table.set(slot, (table.get(slot) ?? 0) | bits);
}

/** The capital of a byte when there is one, else -1; the byte itself when no capital is asked for. */
function variantOf(byte: number, capital: number): number {
  if (capital === 0) return byte;
  return lowerCase[byte - 0x20] === byte ? byte - 0x20 : -1;
}
