import { PatchParser, type PatchSection } from '../lib/git/diff/patch-parser.ts';
import { type RawChange, parseRawChanges } from '../lib/git/diff/raw-change.ts';
import type { GitPlace } from '../lib/git/git-command.ts';
import { gitEnvironment } from '../lib/git/git-environment.ts';
import { GitError } from '../lib/git/git-error.ts';
import { type RepositoryPlace, locateRepository } from '../lib/git/locate-repository.ts';
import { locateObjects } from '../lib/git/objects/locate-objects.ts';
import { emptyTree } from '../lib/git/objects/object-format.ts';
import type { StoreSpec } from '../lib/git/objects/object-store.ts';
import { runGitNow } from '../lib/git/run-git-now.ts';
import type { LineSpan } from '../model/target.ts';
import { AddedLines } from './changes/added-lines.ts';
import { showPath } from './file-name.ts';

/** A file as it will be committed. */
export interface StagedFile {
  /** Relative to the top of the work tree. */
  readonly uri: string;
  readonly blob: string;
  /** Lines that HEAD does not have; undefined when git names no lines, so that all of them count. */
  readonly changed: readonly LineSpan[] | undefined;
}

export interface StagedFiles {
  readonly files: readonly StagedFile[];
  readonly repository: RepositoryPlace;
  /** Where the blobs are. */
  readonly store: StoreSpec;
}

const submodule = '160000';
/** Files above this size are compared as a whole: their lines are not worth the time. */
const largestCompared = '20m';

/**
 * Lists what is in the index and not in HEAD by one git process, and never writes anything. The index is the one that
 * the environment names (`git commit -a` and `git commit <path>` use another than `.git/index`).
 * @param root in the work tree
 * @throws GitError
 */
export function listStaged(root: string, env: NodeJS.ProcessEnv): StagedFiles {
  const place = { directory: root, env: gitEnvironment(env, process.cwd()) };
  const { changes, sections } = compareIndex(place);
  const repository = locateRepository(root, place.env, process.cwd());
  if (!repository) throw new GitError('not-a-repository', `no repository was found around ${root}`);
  const store = locateObjects(repository, place.env, changes[0]?.after.length === 64 ? 'sha256' : 'sha1');
  const added = new AddedLines(sections);
  return {
    repository,
    store,
    files: changes
      .filter(({ mode }) => mode !== submodule)
      .map((change) => ({ uri: showPath(change.path), blob: change.after, changed: added.of(change) })),
  };
}

interface Comparison {
  readonly changes: readonly RawChange[];
  readonly sections: readonly PatchSection[];
}

function compareIndex(place: GitPlace): Comparison {
  try {
    return compareIndexTo('HEAD', place);
  } catch (error) {
    if (!(error instanceof GitError) || error.code !== 'not-found') throw error;
    // Before the first commit there is nothing to compare with.
    const format = runGitNow(place, ['rev-parse', '--show-object-format']).toString('latin1').trim();
    return compareIndexTo(emptyTree(format === 'sha256' ? 'sha256' : 'sha1'), place);
  }
}

function compareIndexTo(tree: string, place: GitPlace): Comparison {
  const common = ['--cached', '--raw', '-z', '--no-renames', '--diff-filter=ACMT', '--full-index'];
  const patch = ['--patch', '--unified=0', '--inter-hunk-context=0', '--text', '--submodule=short'];
  const still = ['--no-ext-diff', '--no-textconv'];
  const threshold = ['-c', `core.bigFileThreshold=${largestCompared}`];
  try {
    return parse(runGitNow(place, [...threshold, 'diff-index', ...common, ...patch, ...still, tree, '--']));
  } catch (error) {
    const isUseless = error instanceof GitError && (error.code === 'too-much-output' || error.code === 'failed');
    if (!isUseless) throw error;
    // Too much is staged, or what it is compared with was left on a server: all lines count.
    return parse(runGitNow(place, ['diff-index', ...common, tree, '--']));
  }
}

/** An empty record, the second of two NULs, parts the raw changes from the patch. */
function parse(output: Buffer): Comparison {
  const end = output.indexOf('\0\0', 0, 'latin1');
  const parser = new PatchParser();
  if (end !== -1) parser.feed(output.subarray(end + 2));
  return {
    changes: parseRawChanges(output.subarray(0, end === -1 ? output.length : end + 1)),
    sections: parser.sections,
  };
}
