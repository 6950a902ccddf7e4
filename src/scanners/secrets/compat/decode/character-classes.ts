/** Classes of bytes of encoded text. */
const base64 = 1;
const hex = 2;

const classes = new Uint8Array(256);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/+-')) {
  classes[byte] = base64;
}
for (const byte of Buffer.from('0123456789abcdefABCDEF')) classes[byte] = base64 | hex;

/** What each character of base64 stands for, in both alphabets. */
const values = new Uint8Array(256);
for (const [value, byte] of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').entries()) {
  values[byte] = value;
}
values[0x2d] = 62;
values[0x5f] = 63;

/** Whether the byte at an offset can stand in base64 or hex. */
export function isRunByte(bytes: Uint8Array, at: number): boolean {
  return classes[bytes[at] ?? 0] !== 0;
}

export function isHexByte(bytes: Uint8Array, at: number): boolean {
  return ((classes[bytes[at] ?? 0] ?? 0) & hex) !== 0;
}

/** How many hex digits stand at an offset, counted up to `most`. */
export function countHex(bytes: Uint8Array, start: number, most: number): number {
  let count = 0;
  while (count < most && isHexByte(bytes, start + count)) count++;
  return count;
}

/** Whether the 16 characters of base64 at an offset decode to printable ASCII. */
export function startsPrintable(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < start + 16; at += 4) {
    const first = values[bytes[at] ?? 0] ?? 0;
    const second = values[bytes[at + 1] ?? 0] ?? 0;
    const third = values[bytes[at + 2] ?? 0] ?? 0;
    const fourth = values[bytes[at + 3] ?? 0] ?? 0;
    const printable =
      isPrintable((first << 2) | (second >> 4)) &&
      isPrintable(((second & 15) << 4) | (third >> 2)) &&
      isPrintable(((third & 3) << 6) | fourth);
    if (!printable) return false;
  }
  return true;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x09 && byte <= 0x7e;
}
