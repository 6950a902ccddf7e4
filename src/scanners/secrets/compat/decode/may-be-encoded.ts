/** Classes of bytes, as bits. */
const base64 = 1;
const hex = 2;

const classes = new Uint8Array(256);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/+-')) {
  classes[byte] = base64;
}
for (const byte of Buffer.from('0123456789abcdefABCDEF')) classes[byte] = base64 | hex;

/** The shortest run of base64 that is decoded; one of hex is twice as long. */
const shortest = 16;
const percent = 0x25;
const backslash = 0x5c;
const plus = 0x2b;

/**
 * Whether a text has anything that a decoding pass could decode. Cheap, and true for most texts that it could not; never
 * false for one that it could.
 */
export function mayBeEncoded(bytes: Uint8Array): boolean {
  return hasDecodableRun(bytes) || hasEscape(bytes);
}

/** Every run of 16 characters has one at a multiple of 16, so that only these are looked at first. */
function hasDecodableRun(bytes: Uint8Array): boolean {
  for (let at = shortest - 1; at < bytes.length;) {
    if (classes[bytes[at] ?? 0] === 0) {
      at += shortest;
      continue;
    }
    let start = at;
    while (start > 0 && classes[bytes[start - 1] ?? 0] !== 0) start--;
    let end = at + 1;
    while (end < bytes.length && classes[bytes[end] ?? 0] !== 0) end++;
    if (end - start >= shortest && isDecodableRun(bytes, start, end)) return true;
    at = end + shortest;
  }
  return false;
}

/** Whether the first characters decode to printable ASCII, as base64 or, wherever hex begins, as hex. */
function isDecodableRun(bytes: Uint8Array, start: number, end: number): boolean {
  return decodesAsBase64(bytes, start) || (end - start >= 2 * shortest && hasHexRun(bytes, start, end));
}

const sixBits = new Uint8Array(256);
for (const [value, byte] of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').entries()) {
  sixBits[byte] = value;
}
sixBits[0x2d] = 62;
sixBits[0x5f] = 63;

/** Looks at the first 16 characters, 12 bytes. */
function decodesAsBase64(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < start + shortest; at += 4) {
    const first = sixBits[bytes[at] ?? 0] ?? 0;
    const second = sixBits[bytes[at + 1] ?? 0] ?? 0;
    const third = sixBits[bytes[at + 2] ?? 0] ?? 0;
    const fourth = sixBits[bytes[at + 3] ?? 0] ?? 0;
    if (!isPrintable((first << 2) | (second >> 4))) return false;
    if (!isPrintable(((second & 15) << 4) | (third >> 2))) return false;
    if (!isPrintable(((third & 3) << 6) | fourth)) return false;
  }
  return true;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x09 && byte <= 0x7e;
}

/** A match of hex can begin only where the run does: before, the run would have been taken for base64. */
function hasHexRun(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < start + 2 * shortest; at++) if (((classes[bytes[at] ?? 0] ?? 0) & hex) === 0) return false;
  return end > start;
}

/** `%41`, `\u0041` or `U+0041`. */
function hasEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(percent); at >= 0; at = bytes.indexOf(percent, at + 1)) {
    if (isHex(bytes, at + 1) && isHex(bytes, at + 2)) return true;
  }
  for (let at = bytes.indexOf(backslash); at >= 0; at = bytes.indexOf(backslash, at + 1)) {
    if (((bytes[at + 1] ?? 0) | 0x20) === 0x75 && isHexQuad(bytes, at + 2)) return true;
  }
  for (let at = bytes.indexOf(plus); at >= 0; at = bytes.indexOf(plus, at + 1)) {
    if (bytes[at - 1] === 0x55 && isHexQuad(bytes, at + 1)) return true;
  }
  return false;
}

function isHexQuad(bytes: Uint8Array, at: number): boolean {
  return isHex(bytes, at) && isHex(bytes, at + 1) && isHex(bytes, at + 2) && isHex(bytes, at + 3);
}

function isHex(bytes: Uint8Array, at: number): boolean {
  return ((classes[bytes[at] ?? 0] ?? 0) & hex) !== 0;
}
