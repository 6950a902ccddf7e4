import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of a package. */
export interface PackageFile {
  /** `<collection>/<package>`; packages are what the split keeps together. */
  readonly package: string;
  /** Path below the package. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Text files of at most `most` bytes below `root`, whose first `depth` folders name the package; files of a package
 * that has `enough` are not read.
 */
export function* walkPackages(
  root: string,
  depth: number,
  enough: (name: string) => boolean = () => false,
  most = 500_000,
): Generator<PackageFile> {
  for (const path of files(root, '')) {
    const parts = path.split('/');
    if (parts.length <= depth || enough(parts.slice(0, depth).join('/'))) continue;
    const absolute = join(root, path);
    const size = statSync(absolute).size;
    if (size === 0 || size > most) continue;
    const bytes = readFileSync(absolute);
    if (bytes.subarray(0, 8000).includes(0)) continue;
    yield { package: parts.slice(0, depth).join('/'), path: parts.slice(depth).join('/'), bytes };
  }
}

function* files(root: string, folder: string): Generator<string> {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    // Archives hold unreadable folders; there is nothing to learn from them.
    return;
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== '.git') yield* files(root, path);
    } else if (entry.isFile()) yield path;
  }
}
