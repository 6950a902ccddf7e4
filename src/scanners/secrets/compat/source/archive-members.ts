import type { ArchiveBudget } from '../../../../lib/archive/archive-budget.ts';
import { openArchive } from '../../../../lib/archive/open-archive.ts';
import { fromBytes, toBytes, type ByteText } from '../byte-text.ts';
import { hasArchiveName } from './archive-name.ts';

/** A file in an archive, or what of it could not be read. */
export type Member =
  | { readonly path: ByteText; readonly bytes: Uint8Array }
  | { readonly path: ByteText; readonly reason: string; readonly message: string };

/**
 * The files in an archive, and in archives in it down to `depth` levels; deeper ones are left out. Paths are joined by
 * `!`; what a compressed single file holds keeps its path.
 */
export function* readMembers(
  path: ByteText,
  bytes: Uint8Array,
  depth: number,
  budget?: ArchiveBudget,
): Generator<Member> {
  const members = openArchive(fromBytes(path), bytes, budget);
  if (members === undefined) {
    yield { path, reason: 'corrupt', message: 'not an archive that can be read' };
    return;
  }
  for (const member of members) {
    if ('unknown' in member) {
      yield { path, reason: member.unknown, message: member.message };
      continue;
    }
    const inner = isSingle(bytes, member.bytes, path) ? path : `${path}!${cleanName(member.name)}`;
    if (inner === path || !hasArchiveName(inner)) yield { path: inner, bytes: member.bytes };
    else if (depth > 1) yield* readMembers(inner, member.bytes, depth - 1, budget);
  }
}

/** Whether an archive is a compressed file rather than a collection of files. */
function isSingle(packed: Uint8Array, unpacked: Uint8Array, path: ByteText): boolean {
  const start = Buffer.from(packed.subarray(0, 4)).toString('latin1');
  const compressed = start.startsWith('\x1f\x8b') || start === '\x28\xb5\x2f\xfd' || /\.br/i.test(path);
  const tar = Buffer.from(unpacked.subarray(257, 262)).toString('latin1') === 'ustar';
  return compressed && !/\.tar|\.t(?:gz|zst)$/i.test(path) && !tar;
}

function cleanName(name: string): ByteText {
  return toBytes(name.replace(/^(?:\.\/)+/, ''));
}
