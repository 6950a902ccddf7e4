/** Whether the value is the base64 of several lines of text, as what is signed or encoded for its transport. */
export function isEncodedLines(value: string): boolean {
  if (value.length < 24 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return false;
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]{2,}\r?\n[\x20-\x7e\r\n]*$/.test(text);
}

/** The printable text of at least six characters that the value is the base64 of; undefined when it is none. */
export function decodeText(value: string): string | undefined {
  if (value.length < 8 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, 'base64').toString('latin1').trimEnd();
  return /^[\x20-\x7e]{6,}$/.test(text) ? text : undefined;
}
