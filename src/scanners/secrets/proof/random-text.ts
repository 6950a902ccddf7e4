import type { Proof } from '../secret-rule.ts';

/** Share of neighbours of different kind (lower, upper, digit) in words and identifiers; random text has twice as many. */
const leastChanges = { mixed: 0.35, oneCase: 0.2 } as const;

/**
 * For formats with neither checksum nor telling prefix: digits are there, letters and digits alternate as in random
 * text. Never proves, dismisses names and sentences.
 *
 * @param unless what the line says before a value of the same form that is no secret
 */
export function randomText(unless?: RegExp): Proof {
  return {
    id: 'random',
    check: (value, window) => {
      if (!looksRandom(value)) return { outcome: 'refuted', dismissed: 'no random text' };
      const line = window.slice(0, Math.max(0, window.indexOf(value))).replace(/^[^]*\n/, '');
      if (unless?.test(line) === true) return { outcome: 'refuted', dismissed: 'its name says that it is public' };
      return { outcome: 'plausible' };
    },
    complete: (sample) => sample,
  };
}

/** Whether letters and digits alternate as they do in random text. */
export function looksRandom(value: string): boolean {
  const text = value.replaceAll(/[^A-Za-z0-9]/g, '');
  const digits = text.match(/\d/g)?.length ?? 0;
  if (digits < 2 || digits > text.length * 0.8) return false;
  let changes = 0;
  for (let at = 1; at < text.length; at++) if (kindOf(text.charAt(at)) !== kindOf(text.charAt(at - 1))) changes++;
  const mixed = /[a-z]/.test(text) && /[A-Z]/.test(text);
  return changes >= (text.length - 1) * (mixed ? leastChanges.mixed : leastChanges.oneCase);
}

function kindOf(char: string): 'digit' | 'lower' | 'upper' {
  if (char >= '0' && char <= '9') return 'digit';
  return char >= 'a' ? 'lower' : 'upper';
}
