import type { ByteText } from '../byte-text.ts';

/**
 * Signatures whose media type is `application/…`: archives, documents, fonts, programs. `at` is the offset, `least` the
 * bytes that the file must have for the signature to count.
 */
const signatures: readonly { readonly bytes: ByteText; readonly at?: number; readonly least?: number }[] = [
  ...['\x03', '\x05', '\x07'].flatMap((third) =>
    ['\x04', '\x06', '\x08'].map((fourth) => ({ bytes: `PK${third}${fourth}` })),
  ),
  { bytes: 'ustar', at: 257 },
  { bytes: 'Rar!\x1a\x07\x00' },
  { bytes: 'Rar!\x1a\x07\x01' },
  { bytes: '\x1f\x8b\x08' },
  { bytes: 'BZh' },
  { bytes: '7z\xbc\xaf\x27\x1c' },
  { bytes: '\xfd7zXZ\x00' },
  { bytes: '\x28\xb5\x2f\xfd' },
  { bytes: '%PDF' },
  { bytes: 'MZ' },
  { bytes: 'CWS' },
  { bytes: 'FWS' },
  { bytes: '{\\rtf' },
  { bytes: '%!' },
  { bytes: 'SQLi' },
  { bytes: 'NES\x1a' },
  { bytes: 'Cr24' },
  { bytes: 'MSCF' },
  { bytes: 'ISc(' },
  { bytes: '!<arch>' },
  { bytes: '\x1f\xa0' },
  { bytes: '\x1f\x9d' },
  { bytes: 'LZIP' },
  { bytes: '\xed\xab\xee\xdb', least: 97 },
  { bytes: '\x7fELF', least: 53 },
  { bytes: 'DICM', at: 128 },
  { bytes: '\xfe\xed\xfa\xcf' },
  { bytes: '\xfe\xed\xfa\xce' },
  { bytes: '\xbe\xba\xfe\xca' },
  { bytes: '\xcf\xfa\xed\xfe' },
  { bytes: '\xce\xfa\xed\xfe' },
  { bytes: '\xca\xfe\xba\xbe' },
  { bytes: 'wOFF\x00\x01\x00\x00' },
  { bytes: 'wOF2\x00\x01\x00\x00' },
  { bytes: '\x00\x01\x00\x00\x00' },
  { bytes: 'OTTO\x00' },
  { bytes: '\x00asm\x01\x00\x00\x00' },
];

/** All signatures but that of ISO images stand here. */
const headLength = 520;

/** Images, sound and video whose type is decided before that of an archive; only these share files with the above. */
const media: readonly ByteText[] = [
  '\xff\xd8\xff',
  '\x89PNG',
  'GIF',
  'BM',
  'II*\0',
  'MM\0*',
  '8BPS',
  '\0\0\x01\0',
  'ID3',
  '\xff\xfb',
  'OggS',
  'fLaC',
  'RIFF',
  'MThd',
];

/**
 * Whether gitleaks takes the start of a file for a binary `application/…` type and skips it. Images and media are not
 * among these.
 */
export function isApplication(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1');
  const matches =
    isIsoImage(bytes) ||
    signatures.some(({ bytes, at = 0, least = 0 }) => head.length >= least && head.startsWith(bytes, at));
  return (matches || isStructured(head) || isSkippableZstd(bytes)) && !isMedia(head);
}

function isMedia(head: ByteText): boolean {
  return head.startsWith('ftyp', 4) || media.some((bytes) => head.startsWith(bytes));
}

/** Types known by more than one run of bytes. */
function isStructured(head: ByteText): boolean {
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    return head.length <= 513 || ['\xec\xa5', '\x09\x08', '\xa0\x46'].includes(head.slice(512, 514));
  }
  if (head.startsWith('LP', 34) && head.length > 35) {
    return ['\x02\x00\x01', '\x01\x00\x00', '\x02\x00\x02'].includes(head.slice(8, 11));
  }
  return head.startsWith('dex\n') && head[36] === 'p';
}

/** The volume descriptor of ISO 9660 begins with 1 and this identifier. */
function isIsoImage(bytes: Uint8Array): boolean {
  return bytes.length > 32_773 && Buffer.from(bytes.subarray(32_769, 32_774)).toString('latin1') === 'CD001';
}

/** Zstandard may start with frames to skip (RFC 8878 §3.1.2). */
function isSkippableZstd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  while (at + 8 <= bytes.length && (view.getUint32(at, true) & 0xfffffff0) === 0x184d2a50) {
    at += 8 + view.getUint32(at + 4, true);
  }
  return at > 0 && at + 4 <= bytes.length && view.getUint32(at, true) === 0xfd2fb528;
}
