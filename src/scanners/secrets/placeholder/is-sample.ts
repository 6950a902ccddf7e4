import { findSampleWords } from './sample-words.ts';
import { findVendorSample } from './vendor-sample.ts';

/** Values are cut here before they are looked at: samples show early, and cost must not grow with the value. */
const longest = 512;

/** Overwritten characters. A run of `A` is zeros in base64, a run of dashes the armour of a key. */
const mask = /[*•●]{3}|\.{3}|…|â€¦|x{5,}|x{3}$|([^A\s=-])\1{7,}/i;

/** So many characters that each follow the one before them are no chance: `123456789`, `abcdefghi`. */
const longestCount = 9;

/**
 * Says why a value in an unmistakable format is a sample of it, or undefined. Unlike `isPlaceholder` it does not
 * doubt the value for its shape, for the format has dots, words and prefixes of its own.
 */
export function isSample(value: string): string | undefined {
  const looked = value.length > longest ? value.slice(0, longest) : value;
  if (mask.test(looked)) return 'masked';
  if (counts(looked.toLowerCase())) return 'alphabet or digits in order';
  return findVendorSample(looked) ?? findSampleWords(looked);
}

/** Whether the text counts up or down for long; after 9 comes 0. */
function counts(text: string): boolean {
  let run = 1;
  let direction = 0;
  for (let index = 1; index < text.length; index++) {
    const raw = text.charCodeAt(index) - text.charCodeAt(index - 1);
    const delta = raw === -9 ? 1 : raw === 9 ? -1 : raw;
    const step = delta === 1 || delta === -1;
    run = step && delta === direction ? run + 1 : step ? 2 : 1;
    direction = step ? delta : 0;
    if (run >= longestCount) return true;
  }
  return false;
}
