import { createHmac } from 'node:crypto';
import { shannonEntropy } from './entropy.ts';

/** A value with less entropy than this (bits in total) could be found by trying. */
const guessableBits = 64;
/** Hexadecimal digits of a hash that does not tell which of billions of guesses is right. */
const shortHash = 8;

/**
 * Recognises a secret again wherever it stands: HMAC-SHA256, in hexadecimal, of family and value under the salt of the
 * repository. Of values that could be guessed only 32 bits are given, so that a list of hashes helps no attacker.
 */
export function identify(salt: string, family: string, value: string): string {
  const normal = normalise(value);
  const hash = createHmac('sha256', salt).update(`${family}\0`).update(normal, 'latin1').digest('hex');
  return isGuessable(normal) ? hash.slice(0, shortHash) : hash;
}

/** Whether an attacker who can check guesses would find the value. */
export function isGuessable(value: string): boolean {
  return shannonEntropy(value) * value.length < guessableBits;
}

/** The same key is the same secret however its lines are broken and quoted. */
function normalise(value: string): string {
  return value.replace(/\\r|\\n|\s|["']/g, '');
}
