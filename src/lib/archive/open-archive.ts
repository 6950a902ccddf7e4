import { createAllowance, createArchiveBudget, type Allowance, type ArchiveBudget } from './archive-budget.ts';
import type { ArchiveMember } from './archive-member.ts';
import { decompress, type Compression } from './decompress.ts';
import { isTarHeader, readTar } from './tar.ts';
import { hasZipDirectory, readZip } from './zip.ts';

type Format = 'zip' | 'tar' | Compression | { readonly unsupported: string };

/** Magic numbers at byte 0. */
const magics: readonly (readonly [bytes: string, format: Format])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\x1f\x8b\x08', 'gzip'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['BZh', { unsupported: 'bzip2' }],
  ['\xfd7zXZ\x00', { unsupported: 'xz' }],
  ['7z\xbc\xaf\x27\x1c', { unsupported: '7-Zip' }],
  ['Rar!\x1a\x07', { unsupported: 'RAR' }],
  ['LZIP\x01', { unsupported: 'lzip' }],
  ['\x04\x22\x4d\x18', { unsupported: 'LZ4' }],
];

const compressedNames: readonly (readonly [name: RegExp, inner: string])[] = [
  [/\.(?:tgz|taz)$/i, '.tar'],
  [/\.tzst$/i, '.tar'],
  [/\.svgz$/i, '.svg'],
  [/\.(?:gz|gzip|br|zst|zstd)$/i, ''],
];

/** Zip archives that start with something else: a launcher script, a self-extractor. */
const zipNames = /\.(?:zip|jar|war|ear|apk|aar|ipa|whl|egg|nupkg|vsix|xpi|pex|pyz)$/i;

/**
 * Reads the members of an archive from memory; `undefined` when it is none. A compressed tar counts as one archive,
 * a single compressed file as an archive with one member. Pass the same budget for archives found inside; how
 * deep to go is the caller's business.
 */
export function openArchive(
  name: string,
  bytes: Uint8Array,
  budget: ArchiveBudget = createArchiveBudget(),
): Iterable<ArchiveMember> | undefined {
  const format = detectFormat(name, bytes);
  return format === undefined ? undefined : readFormat(format, name, bytes, budget);
}

function* readFormat(format: Format, name: string, bytes: Uint8Array, budget: ArchiveBudget): Generator<ArchiveMember> {
  if (typeof format === 'object') {
    yield { unknown: 'unsupported', message: `${format.unsupported} archives cannot be read` };
    return;
  }
  const allowance = createAllowance(budget, bytes.length);
  if (format === 'zip') yield* readZip(bytes, budget, allowance);
  else if (format === 'tar') yield* readTar(bytes, budget, allowance);
  else yield* readCompressed(format, name, bytes, budget, allowance);
}

function* readCompressed(
  format: Compression,
  name: string,
  bytes: Uint8Array,
  budget: ArchiveBudget,
  allowance: Allowance,
): Generator<ArchiveMember> {
  const result = decompress(format, bytes, allowance.next());
  if (!('bytes' in result)) {
    yield { unknown: result.outcome, message: `${format} data: ${result.outcome}` };
    return;
  }
  if (isTarHeader(result.bytes)) yield* readTar(result.bytes, budget, allowance);
  else {
    allowance.take(result.bytes.length);
    if (budget.takeEntry()) yield { name: innerName(name), bytes: result.bytes };
    else yield { unknown: 'limit', message: 'too many archive members' };
  }
  if (result.outcome === 'truncated') yield { unknown: 'corrupt', message: `${format} data ends early` };
}

function detectFormat(name: string, bytes: Uint8Array): Format | undefined {
  for (const [magic, format] of magics) if (startsWith(bytes, magic)) return format;
  if (isTarHeader(bytes)) return 'tar';
  if (/\.br$/i.test(name)) return 'brotli';
  return zipNames.test(name) && hasZipDirectory(bytes) ? 'zip' : undefined;
}

function innerName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
  for (const [pattern, replacement] of compressedNames)
    if (pattern.test(base)) return base.replace(pattern, replacement);
  return `${base}.unpacked`;
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let at = 0; at < magic.length; at++) if (bytes[at] !== magic.charCodeAt(at)) return false;
  return true;
}
