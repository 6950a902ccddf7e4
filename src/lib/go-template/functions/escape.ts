import { RuneText } from '../../re2/rune-text.ts';
import { isPrintable } from '../format/quote.ts';
import { sprint } from '../format/sprintf.ts';
import { requireRoom } from '../limits.ts';
import type { GoValue } from '../value/go-value.ts';

const htmlEntities: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\xef\xbf\xbd',
};
const scriptEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
};

/** A single text as it is, everything else as it is printed. */
function textOf(values: readonly GoValue[]): string {
  const [first] = values;
  return values.length === 1 && typeof first === 'string'
    ? first
    : sprint(values.map((value) => value ?? '<no value>'));
}

/** Escapes for HTML, like Go's `HTMLEscaper`. */
export function escapeHtml(values: readonly GoValue[]): string {
  const text = textOf(values);
  requireRoom(5 * text.length);
  return text.replaceAll(/["'&<>\0]/g, (character) => htmlEntities[character] ?? character);
}

/** Escapes for JavaScript strings, like Go's `JSEscaper`. */
export function escapeScript(values: readonly GoValue[]): string {
  const bytes = textOf(values);
  requireRoom(6 * bytes.length);
  const runes = new RuneText(bytes);
  let at = 0;
  let escaped = '';
  for (const rune of runes.text) {
    const start = runes.byteOffset(at);
    at += rune.length;
    const code = rune.codePointAt(0) ?? 0;
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    if (code < 0x80) escaped += scriptEscapes[rune] ?? (code < 0x20 ? `\\u${hex}` : rune);
    else escaped += isPrintable(rune) ? bytes.slice(start, runes.byteOffset(at)) : `\\u${hex}`;
  }
  return escaped;
}

/** Escapes for the query of a URL, like Go's `URLQueryEscaper`. */
export function escapeQuery(values: readonly GoValue[]): string {
  const text = textOf(values);
  requireRoom(3 * text.length);
  return text.replaceAll(/[^\w.~-]/g, (byte) =>
    byte === ' ' ? '+' : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
