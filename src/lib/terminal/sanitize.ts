// Control, format (bidirectional overrides, zero-width, tags), surrogate and separator characters, and the letters that
// look like nothing. The joiners that emoji and Indic scripts need, and the visible Arabic number signs, may stay.
const deceptive =
  /(?![\u0600-\u0605\u06dd\u070f\u200c\u200d])[\u034f\u115f\u1160\u3164\uffa0\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Makes text from elsewhere safe to print: everything that a terminal would act upon (ANSI and OSC sequences, cursor
 * movement) or that would deceive the eye (bidirectional overrides, invisible characters; CVE-2021-42574) becomes a
 * visible stand-in. The result contains no control character, not even tab or newline.
 */
export function sanitize(text: string): string {
  return text.replace(deceptive, showCharacter);
}

/** The text on one line: runs of white space, newlines included, become one space; the rest as {@link sanitize}. */
export function flatten(text: string): string {
  return sanitize(text.replace(/\s+/gu, ' ').trim());
}

function showCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
