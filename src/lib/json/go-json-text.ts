import { RuneText } from '../re2/rune-text.ts';

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A JSON string of UTF-8 bytes (a character a byte) as Go's `encoding/json` writes it: HTML characters and line
 * separators escaped, invalid UTF-8 as \ufffd.
 */
export function quoteGoJson(bytes: string, escapeHtml = true): string {
  if (/^[ !#-%'-;=?-[\]-~]*$/.test(bytes)) return `"${bytes}"`;
  let text = '"';
  const runes = new RuneText(bytes);
  let offset = 0;
  for (const rune of runes.text) {
    const start = runes.byteOffset(offset);
    offset += rune.length;
    text += escapeRune(rune, bytes.slice(start, runes.byteOffset(offset)), escapeHtml);
  }
  return `${text}"`;
}

function escapeRune(rune: string, encoded: string, escapeHtml: boolean): string {
  if (rune === '\ufffd' && encoded.length === 1) return '\\ufffd';
  const short = shortEscapes[rune];
  if (short !== undefined) return short;
  if (rune < ' ' || /[\u2028\u2029]/.test(rune) || (escapeHtml && /[<>&]/.test(rune))) {
    return `\\u${rune.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
  return encoded;
}
