import type { SourceText } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { lockFile, readLock } from './ci-lock.ts';
import { cachedName } from './copy-path.ts';
import { hasIntegrity, hexOf } from './integrity.ts';
import type { Wanted } from './lock-entry.ts';

/** The copy of something from elsewhere, or, as a clause, why there is none that counts. */
export function lockedContent(wanted: Wanted, files: RepositoryFiles): SourceText | string {
  const lock = readLock(files);
  if (!lock) return 'it is not in this repository';
  if (lock === 'broken') return `${lockFile} is not understood`;
  const entry = lock.find(wanted);
  if (!entry) return `it is not in ${lockFile}`;
  const { content, integrity } = entry;
  if (integrity === undefined) return `${lockFile} has no copy of it`;
  const hex = hexOf(integrity);
  const cached = hex === undefined ? undefined : files.fromCache?.(hex, cachedName(entry));
  if (content === undefined) return cached ?? `${lockFile} has no copy of it`;
  const copy = files.read(content);
  if (copy && hasIntegrity(copy.text, integrity)) return copy;
  if (cached) return cached;
  return copy ? `${content} is not the copy that ${lockFile} names` : `${content}, its copy, is not there`;
}
