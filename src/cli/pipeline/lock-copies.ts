import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../lib/write-whole.ts';
import { InputError } from '../../model/input-error.ts';
import { copyFolder } from '../../scanners/pipeline/lock/copy-path.ts';
import { hexOf, integrityOf } from '../../scanners/pipeline/lock/integrity.ts';
import type { LockEntry } from '../../scanners/pipeline/lock/lock-entry.ts';

/**
 * Writes copies beside the lock, and takes away those that the lock does not name any more.
 * @throws InputError when their folder leads somewhere else
 */
export function writeCopies(
  root: string,
  copies: ReadonlyMap<string, Uint8Array>,
  before: readonly LockEntry[],
  now: readonly LockEntry[],
): void {
  const named = new Set(now.flatMap(({ content }) => content ?? []));
  const gone = before.flatMap(({ content }) => (content === undefined || named.has(content) ? [] : [content]));
  const kept = [...copies].filter(([path]) => named.has(path));
  if (kept.length + gone.length === 0) return;
  const stat = lstatSync(join(root, copyFolder), { throwIfNoEntry: false });
  if (stat && !stat.isDirectory())
    throw new InputError('lock', `${copyFolder} is no directory`, 'a link is not followed');
  for (const [path, bytes] of kept) if (isOurs(path)) writeWhole(join(root, path), [bytes]);
  for (const path of gone) if (isOurs(path)) rmSync(join(root, path), { force: true });
}

/** Keeps copies by their digests in a directory of the user. */
export function fillCache(directory: string, copies: ReadonlyMap<string, Uint8Array>): void {
  for (const bytes of copies.values()) {
    const digest = hexOf(integrityOf(bytes));
    if (digest !== undefined) writeWhole(join(directory, `${digest}.yml`), [bytes]);
  }
}

/** Only files of our own folder are written: other paths were chosen by whoever wrote the lock. */
function isOurs(path: string): boolean {
  return /^ci\.lock\.d\/[\w.-]+$/.test(path) && !path.includes('..');
}
