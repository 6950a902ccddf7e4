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
  { bytes: 'CD001', at: 32769 },
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

/** Covers the volume descriptor of an ISO image. */
const headLength = 32_774;

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
  const matches = signatures.some(({ bytes, at = 0, least = 0 }) => head.length >= least && head.startsWith(bytes, at));
  return (matches || isStructured(head)) && !isMedia(head);
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
  if (head.startsWith('dex\n')) return head[36] === 'p';
  return isSkippableZstd(head);
}

/** Zstandard may start with frames to skip (RFC 8878 §3.1.2). */
function isSkippableZstd(head: ByteText): boolean {
  let at = 0;
  while (isSkippableFrame(head, at)) {
    const length = Buffer.from(head.slice(at + 4, at + 8), 'latin1').readUInt32LE(0);
    at += 8 + length;
    if (at > head.length) return false;
  }
  return at > 0 && head.startsWith('\x28\xb5\x2f\xfd', at);
}

function isSkippableFrame(head: ByteText, at: number): boolean {
  const first = head.charCodeAt(at);
  return head.length >= at + 8 && first >= 0x50 && first <= 0x5f && head.startsWith('\x2a\x4d\x18', at + 1);
}
