import type { PatchSection } from '../../lib/git/diff/patch-parser.ts';
import { type LoggedCommit, readLog } from '../../lib/git/diff/read-log.ts';
import { type CommitPatch, readPatches } from '../../lib/git/diff/read-patches.ts';
import { gitEnvironment } from '../../lib/git/git-environment.ts';
import { GitError } from '../../lib/git/git-error.ts';
import { readLine } from '../../lib/git/locate-repository.ts';
import { locateObjects } from '../../lib/git/objects/locate-objects.ts';
import { type Repository, openRepository } from '../../lib/git/repository.ts';
import { runGit } from '../../lib/git/run-git.ts';
import type { Unknown } from '../../model/finding.ts';
import { InputError } from '../../model/input-error.ts';
import type { Entry, Target } from '../../model/target.ts';
import { showPath } from '../file-name.ts';
import { asInputError } from '../git-input-error.ts';
import { type Batch, toBatches } from '../listing.ts';
import { formatRef } from '../objects/object-ref.ts';
import { openRoot } from '../open-root.ts';
import type { OpenTarget } from '../open-target.ts';
import { findRepositoryId } from '../repository-id.ts';
import { revisionOf } from '../revision.ts';
import { AddedLines } from './added-lines.ts';

const submodule = '160000';

/**
 * What the commits of a range add: their messages, and each blob that one of them brings with the lines that are new in
 * it. A merge counts with what none of its parents has. `A..B`, `A...B`, or one revision, which stands for itself alone.
 */
export async function openCommits(
  target: Extract<Target, { kind: 'commits' }>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const root = openRoot(target.root);
  try {
    const repository = await openRepository({ directory: root, env: gitEnvironment(env, process.cwd()) }, signal);
    const revisions = revisionsOf(target.range);
    const count = (await runGit(repository.place, ['rev-list', '--count', ...revisions, '--'], { signal })).toString();
    return {
      description: `${target.range} (${count.trim() === '1' ? '1 commit' : `${count.trim()} commits`})`,
      root: repository.workTree ?? root,
      revision: revisionOf(repository),
      repositoryId: await findRepositoryId(repository.place, repository.commonDirectory, signal),
      reader: { kind: 'objects', store: locateObjects(repository, repository.place.env, repository.format) },
      list: (listSignal) => listCommits(repository, revisions, listSignal),
    };
  } catch (error) {
    throw asInputError(error, root);
  }
}

function revisionsOf(range: string): string[] {
  if (range === '' || range.startsWith('-')) {
    throw new InputError('usage', `"${range}" is not a range of commits`, 'Write A..B, A...B or one commit.');
  }
  return range.includes('..') ? ['--end-of-options', range] : ['--no-walk', '--end-of-options', range];
}

/** Two streams over the same commits in the same order: what changed, and which lines of it are new. */
async function* listCommits(
  repository: Repository,
  revisions: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  const edges = new Set((readLine(`${repository.commonDirectory}/shallow`) ?? '').split('\n'));
  const patches = readPatches(repository.place, revisions, signal);
  try {
    for await (const commit of readLog(repository.place, revisions, signal)) {
      const added = new AddedLines(await nextSections(patches, commit.id));
      yield* toBatches(entriesOf(commit, added), edges.has(commit.id) ? [cutOff(commit.id)] : []);
    }
  } catch (error) {
    throw asInputError(error, repository.place.directory);
  } finally {
    await patches.return(undefined);
  }
}

/** None where git can not compare, as when a blob was left on the server: then all lines of the others count. */
async function nextSections(patches: AsyncGenerator<CommitPatch>, commit: string): Promise<readonly PatchSection[]> {
  try {
    const patch = await patches.next();
    return patch.done !== true && patch.value.commit === commit ? patch.value.sections : [];
  } catch (error) {
    if (error instanceof GitError) return [];
    throw error;
  }
}

function entriesOf(commit: LoggedCommit, added: AddedLines): Entry[] {
  const entries: Entry[] = [{ uri: `commit:${commit.id}`, size: -1, ref: formatRef({ id: commit.id }) }];
  for (const change of commit.changes) {
    if (change.mode === submodule || /^0+$/.test(change.after)) continue;
    const changed = added.of(change);
    entries.push({
      uri: showPath(change.path),
      size: -1,
      ref: formatRef({ id: change.after, commit: commit.id }),
      ...(changed && { changed }),
    });
  }
  return entries;
}

function cutOff(commit: string): Unknown {
  const message = `the history is cut off before commit ${commit}: what it changed is not known, all of it counts`;
  return { scanner: 'target', reason: 'not-fetched', message };
}
