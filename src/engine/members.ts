import type { SourceFile } from '../model/source-file.ts';
import { openArchive } from '../lib/archive/open-archive.ts';
import { createSourceFile } from './source-file.ts';
import type { Gap } from './open-file.ts';

/**
 * The files inside an archive, or why some of them can not be read; nothing when the file is not an archive.
 * @param deepest archives inside archives are opened this deep
 */
export function* members(file: SourceFile, deepest: number): Generator<SourceFile | Gap> {
  if (file.base.offset > 0 || file.bytes.length < file.size) return;
  const archive = openArchive(file.name, file.bytes);
  if (!archive) return;
  if (file.depth >= deepest) {
    yield { reason: 'limit', message: `archives are opened ${deepest} deep`, location: { uri: file.uri } };
    return;
  }
  for (const member of archive) {
    if ('unknown' in member) {
      yield { reason: member.unknown, message: member.message, location: { uri: file.uri } };
      continue;
    }
    yield createSourceFile({
      uri: `${file.uri}!${member.name}`,
      bytes: member.bytes,
      depth: file.depth + 1,
      ...(file.blob !== undefined && { blob: file.blob }),
      ...(file.commit !== undefined && { commit: file.commit }),
    });
  }
}
