import type { SourceText } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';

/** Where Renovate looks for its configuration (Renovate documentation, "Configuration Options"). */
const places = [
  'renovate.json',
  'renovate.json5',
  '.github/renovate.json',
  '.github/renovate.json5',
  '.gitlab/renovate.json',
  '.gitlab/renovate.json5',
  '.renovaterc',
  '.renovaterc.json',
  '.renovaterc.json5',
];

/** Undefined when the repository has no configuration of Renovate. */
export function findRenovate(files: RepositoryFiles): SourceText | undefined {
  for (const place of places) {
    const source = files.read(place);
    if (source) return source;
  }
  return undefined;
}
