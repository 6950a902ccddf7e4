/** What a byte is in text that may be base64 or hex (RFC 4648, sections 4, 5 and 8): a set of these bits, 0 for none. */
export const encodedByte = { upper: 1, lower: 2, digit: 4, separator: 8, hex: 16 } as const;

/** Value of a base64 digit of either alphabet in the low six bits. */
export const base64Value = new Uint8Array(256);
/** Bits of `encodedByte`. */
export const encodedKind = new Uint8Array(256);

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
for (const [value, byte] of Buffer.from(digits).entries()) {
  base64Value[byte] = value;
  const kind = value < 26 ? encodedByte.upper : value < 52 ? encodedByte.lower : encodedByte.digit;
  const hex = value >= 52 || value % 26 < 6 ? encodedByte.hex : 0;
  encodedKind[byte] = kind | hex;
}
for (const byte of Buffer.from('+-/_')) {
  base64Value[byte] = byte === 0x2b || byte === 0x2d ? 62 : 63;
  encodedKind[byte] = encodedByte.separator;
}
