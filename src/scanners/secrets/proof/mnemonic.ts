import type { Proof } from '../secret-rule.ts';

const counts = new Set([12, 15, 18, 21, 24]);

/** Words that prose cannot do without and that the English list of BIP-39 does not have. */
const prose = new Set(
  'the and for are was were has had not but his her its our your their them they him who how why does did been than then from with into'.split(
    ' ',
  ),
);

/**
 * A recovery phrase (BIP-39): 12, 15, 18, 21 or 24 words of 3 to 8 letters. The word list is not part of the
 * program, so the phrase's checksum is not computed and the structure makes a value plausible at most.
 */
export function mnemonic(): Proof {
  return {
    id: 'bip39',
    check: (value) => {
      const words = value.trim().split(/[\s,"']+/);
      const phrase =
        counts.has(words.length) &&
        words.every((word) => /^[a-z]{3,8}$/.test(word) && !prose.has(word)) &&
        new Set(words).size > words.length * 0.7;
      return phrase ? { outcome: 'plausible' } : { outcome: 'refuted', dismissed: 'no recovery phrase' };
    },
    complete: (sample) => sample,
  };
}
