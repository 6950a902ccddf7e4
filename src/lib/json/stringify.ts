const loneSurrogate = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;
const deceptive = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * `JSON.stringify` whose output every parser takes and every terminal can show. A surrogate without its pair, which
 * strict parsers and databases reject even when escaped (RFC 8259 §8.2), becomes U+FFFD. Control and bidirectional
 * characters that JSON allows to stand raw are escaped. What JSON can not express becomes `null`.
 */
export function stringify(value: unknown, indent?: number): string {
  const text = (JSON.stringify(value, undefined, indent) ?? 'null').replace(deceptive, escape);
  return text.includes('\\ud') ? text.replace(loneSurrogate, '$1\ufffd') : text;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
