import { createHash } from 'node:crypto';
import { keyOf, nameOf, type Wanted } from './lock-entry.ts';

/** Where copies lie, beside `ci.lock`. */
export const copyFolder = 'ci.lock.d';

const cacheFolder = 'include-cache';

/** The path of a copy: readable, and no path that a name from a definition could choose. */
export function copyPath(wanted: Wanted): string {
  return `${copyFolder}/${fileName(wanted)}`;
}

/** What a copy in a cache is called in findings; there it lies under its digest. */
export function cachedName(wanted: Wanted): string {
  return `${cacheFolder}/${fileName(wanted)}`;
}

/** Whether a name in a finding is one of a copy in a cache. */
export function isCachedName(uri: string): boolean {
  return uri.startsWith(`${cacheFolder}/`);
}

function fileName(wanted: Wanted): string {
  const words = nameOf(wanted)
    .toLowerCase()
    .replaceAll(/\.ya?ml\b/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);
  const digest = createHash('sha256').update(keyOf(wanted)).digest('hex').slice(0, 8);
  return `${wanted.kind}.${words}.${digest}.yml`;
}
