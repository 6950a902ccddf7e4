const loneSurrogate = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

/**
 * `JSON.stringify` whose output every parser takes: a surrogate without its pair, which strict parsers and databases
 * reject even when escaped (RFC 8259 §8.2), becomes U+FFFD. What JSON can not express becomes `null`.
 */
export function stringify(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent) ?? 'null';
  return text.includes('\\ud') ? text.replace(loneSurrogate, '$1\ufffd') : text;
}
