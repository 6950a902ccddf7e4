/** 1 for printable ASCII, tab, line feed and carriage return. */
export const printable = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13 ? 1 : 0,
);

/** Whether bytes read like text: nearly all printable ASCII or part of UTF-8 characters. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  let plain = 0;
  for (const byte of bytes) {
    if (printable[byte]) plain++;
    else if (byte < 0x80) return false;
  }
  return plain * 10 >= bytes.length * 9;
}
