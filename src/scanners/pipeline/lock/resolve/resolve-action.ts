import type { GitRemote, RemoteRef } from '../../../../lib/git/remote/git-remote.ts';
import type { LockEntry } from '../lock-entry.ts';
import { integrityOf } from '../integrity.ts';
import type { Reference } from '../references.ts';
import { NotFound, type Resolution } from './resolution.ts';
import { isExactVersion } from './versions.ts';

export interface ActionSource {
  readonly remote: GitRemote;
  /** The path of the action in its repository; empty for the repository itself. */
  readonly path: string;
  /** A file at a commit; undefined when it is not there. */
  file(commit: string, path: string): Promise<Uint8Array | undefined>;
}

/** Asks the repository of an action or a reusable workflow what a tag, branch or commit of it is. */
export async function resolveAction(
  reference: Reference,
  old: LockEntry | undefined,
  source: ActionSource,
): Promise<Resolution> {
  const { wanted, pinned } = reference;
  const refs = await source.remote.refs();
  const resolved = pinned ?? commitOf(wanted.ref, refs);
  if (resolved === undefined) throw new NotFound(`it has no tag or branch ${wanted.ref ?? ''}`);
  const reaches = pinned === undefined ? undefined : await source.remote.reaches(pinned);
  if (reaches === 'missing') throw new NotFound('it has no such commit');
  const version = versionOf(resolved, refs, reference.version);
  const published = await source.remote.dateOf(resolved);
  const content = await definition(wanted.kind, resolved, source);
  const movedTag = old && tagThatMoved(old, refs);
  return {
    entry: {
      ...wanted,
      resolved,
      ...(version !== undefined && { version }),
      ...(content && { integrity: integrityOf(content), size: content.length }),
      ...(published && { published: published.toISOString() }),
      ...(reaches && { reachable: reaches === 'yes' }),
    },
    ...(content && { content }),
    ...(movedTag !== undefined && { movedTag }),
  };
}

/** As git reads a short name: a tag before a branch. */
function commitOf(ref: string | undefined, refs: readonly RemoteRef[]): string | undefined {
  const names = ref === undefined ? ['HEAD'] : [`refs/tags/${ref}`, `refs/heads/${ref}`];
  return names.map((name) => refs.find((one) => one.name === name)?.commit).find((commit) => commit !== undefined);
}

/** The exact tag of a commit: the one that a comment gives it, if that is true. */
function versionOf(commit: string, refs: readonly RemoteRef[], said: string | undefined): string | undefined {
  const tags = refs
    .filter((ref) => ref.commit === commit && ref.name.startsWith('refs/tags/'))
    .map(({ name }) => name.slice('refs/tags/'.length))
    .filter(isExactVersion);
  return tags.find((tag) => tag === said) ?? tags.sort()[0];
}

/** What named the commit of the lock exactly, and names another one now. */
function tagThatMoved({ ref = '', version, resolved }: LockEntry, refs: readonly RemoteRef[]): string | undefined {
  return [ref, version ?? ''].filter(isExactVersion).find((tag) => {
    const now = refs.find(({ name }) => name === `refs/tags/${tag}`)?.commit;
    return now !== undefined && now !== resolved;
  });
}

async function definition(
  kind: Reference['wanted']['kind'],
  commit: string,
  source: ActionSource,
): Promise<Uint8Array | undefined> {
  const { path } = source;
  if (kind === 'workflow') return await source.file(commit, path);
  const folder = path === '' ? '' : `${path}/`;
  return (await source.file(commit, `${folder}action.yml`)) ?? (await source.file(commit, `${folder}action.yaml`));
}
