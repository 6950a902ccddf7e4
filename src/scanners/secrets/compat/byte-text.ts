import { isAscii, RuneText } from '../../../lib/re2/rune-text.ts';

/**
 * Text as gitleaks sees it: a string of bytes, here with one character (0..255) a byte. All that stems from scanned
 * content, and all that reports print, has this form, so that invalid UTF-8 survives and offsets are byte offsets.
 */
export type ByteText = string;

/** The UTF-8 bytes of ordinary text. */
export function toBytes(text: string): ByteText {
  return isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

/** Ordinary text of UTF-8 bytes; each invalid one becomes U+FFFD. */
export function fromBytes(bytes: ByteText): string {
  return new RuneText(bytes).text;
}

/** Lower case by runes, as Go's `strings.ToLower`: one rune stays one rune. */
export function lowerCase(bytes: ByteText): ByteText {
  if (isAscii(bytes)) return bytes.toLowerCase();
  return toBytes(Array.from(fromBytes(bytes), lowerRune).join(''));
}

function lowerRune(rune: string): string {
  // The only code point whose full lower case is longer than its simple one (UnicodeData.txt, SpecialCasing.txt).
  return rune === '\u0130' ? 'i' : rune.toLowerCase();
}
