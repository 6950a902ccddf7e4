/** Proofs that recompute a checksum which the value carries. */
const checksums = new Set(
  'crc62 crc8 crcle crctail crcb64 glroute adopat marvin matrix bech32 b58check bip39 crc16'.split(' '),
);

/** What holds when the proof with this id proves a value. */
export function proofInWords(id: string): string {
  return checksums.has(id) ? 'checksum holds' : 'structure is valid';
}
