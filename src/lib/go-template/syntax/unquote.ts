const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const escape = /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs;

/** The bytes that a quoted text of Go stands for (Go specification, "String literals"); undefined when it is none. */
export function unquote(source: string): string | undefined {
  const quote = source[0] ?? '';
  const body = source.slice(1, -1);
  if (quote === '`') return body.replaceAll('\r', '');
  let valid = true;
  const text = body.replaceAll(escape, (_, hex?: string, octal?: string, u?: string, U?: string, one?: string) => {
    const byte = hex === undefined ? octal && Number.parseInt(octal, 8) : Number.parseInt(hex, 16);
    if (typeof byte === 'number' && byte < 256) return String.fromCharCode(byte);
    const code = u ?? U;
    if (code !== undefined) {
      const rune = Number.parseInt(code, 16);
      if (rune <= 0x10ffff && (rune < 0xd800 || rune > 0xdfff)) return encodeRune(rune);
    }
    const short = one === quote ? one : escapes[one ?? ''];
    if (short === undefined) valid = false;
    return short ?? '';
  });
  return valid ? text : undefined;
}

/** UTF-8, a character a byte. */
export function encodeRune(rune: number): string {
  return Buffer.from(String.fromCodePoint(rune), 'utf8').toString('latin1');
}
