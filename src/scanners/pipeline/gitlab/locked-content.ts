import { createHash } from 'node:crypto';
import type { SourceText } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';

/** An entry of `ci.lock`: what was resolved once, so that it can be read without the network. */
interface LockEntry {
  readonly kind: string;
  readonly address: string;
  readonly ref?: string;
  /** The file that is taken from a project. */
  readonly file?: string;
  /** The path of its copy in the repository. */
  readonly content?: string;
  /** `sha256-` and the base64 of the copy's digest. */
  readonly integrity?: string;
}

const lockFile = 'ci.lock';

/** What is looked for in the lock. */
export interface Wanted {
  readonly kind: string;
  readonly address: string;
  readonly ref?: string;
  readonly file?: string;
}

/** The copy of something from elsewhere, or, as a clause, why there is none that counts. */
export function lockedContent(wanted: Wanted, files: RepositoryFiles): SourceText | string {
  const lock = files.read(lockFile);
  if (!lock) return 'it is not in this repository';
  const entries = readEntries(lock.text);
  if (!entries) return `${lockFile} is not understood`;
  const entry = entries.find(
    ({ kind, address, ref, file }) =>
      kind === wanted.kind && address === wanted.address && ref === wanted.ref && samePath(file, wanted.file),
  );
  if (!entry) return `it is not in ${lockFile}`;
  if (entry.content === undefined || entry.integrity === undefined) return `${lockFile} has no copy of it`;
  const copy = files.read(entry.content);
  if (!copy) return `${entry.content}, its copy, is not there`;
  const digest = createHash('sha256').update(copy.text).digest('base64');
  return `sha256-${digest}` === entry.integrity ? copy : `${entry.content} is not the copy that ${lockFile} names`;
}

function readEntries(text: string): readonly LockEntry[] | undefined {
  try {
    const { entries } = JSON.parse(text) as { readonly entries?: unknown };
    return Array.isArray(entries) && entries.every(isEntry) ? entries : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is LockEntry {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('address' in value)) return false;
  const fields = ['kind', 'address', 'ref', 'file', 'content', 'integrity'] as const;
  return fields.every((field) => ['string', 'undefined'].includes(typeof (value as Record<string, unknown>)[field]));
}

function samePath(a: string | undefined, b: string | undefined): boolean {
  return a?.replace(/^\/+/, '') === b?.replace(/^\/+/, '');
}
