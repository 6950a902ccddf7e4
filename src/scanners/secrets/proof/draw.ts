import type { Random } from '../secret-rule.ts';

/** Bytes for the made-up values of examples. */
export function drawBytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}

/** Characters of an alphabet for the made-up values of examples. */
export function drawText(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

const passwordLetters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password for the examples, such as a generator makes. */
export function drawPassword(random: Random): string {
  return drawText(random, passwordLetters, 14);
}
