import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SourceText } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';

/**
 * `ci.lock`: what was resolved once, so that it can be read without the network. `file` is the file taken from a project,
 * `content` the path of its copy in the repository, `integrity` `sha256-` and the base64 of the copy's digest.
 */
const lockSchema = z.object({
  entries: z.array(
    z.object({
      kind: z.string(),
      address: z.string(),
      ref: z.string().optional(),
      file: z.string().optional(),
      content: z.string().optional(),
      integrity: z.string().optional(),
    }),
  ),
});

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

function readEntries(text: string): z.infer<typeof lockSchema>['entries'] | undefined {
  try {
    return lockSchema.safeParse(JSON.parse(text)).data?.entries;
  } catch {
    return undefined;
  }
}

function samePath(a: string | undefined, b: string | undefined): boolean {
  return a?.replace(/^\/+/, '') === b?.replace(/^\/+/, '');
}
