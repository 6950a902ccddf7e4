/** Lower case of a latin1 byte, as regular expressions with the flag `i` compare. */
export const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => {
  const upper = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7);
  return upper ? byte + 0x20 : byte;
});
