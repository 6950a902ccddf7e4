import type { ByteText } from '../byte-text.ts';

/**
 * Whether gitleaks takes a file for an archive or a compressed file. Only the last part of its name counts, and for
 * most formats the extension may stand anywhere in it: `a.gz.txt` is one, and so is `.browserslistrc`.
 */
export function hasArchiveName(path: ByteText): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.(?:7z|br|bz2|gz|lz4|rar|s2|sz|tar|xz|zip|zst|zz)|\.(?:lz|mz)$/i.test(name);
}
