import type { GitPlace } from '../git-command.ts';
import { streamGit } from '../run-git.ts';
import { PatchParser, type PatchSection } from './patch-parser.ts';

export interface CommitPatch {
  readonly commit: string;
  readonly sections: readonly PatchSection[];
}

const mark = '\u0001';
/** Files above this size are compared as a whole. */
const largestCompared = '20m';

/**
 * The patches of commits in the order of `git log`; of a merge, what differs from all parents.
 * @param revisions as for `git log`
 */
export async function* readPatches(
  place: GitPlace,
  revisions: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<CommitPatch> {
  const form = ['--patch', '-c', '--unified=0', '--inter-hunk-context=0', '--full-index', '--no-renames', '--root'];
  form.push('--text', '--submodule=short', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative');
  const args = [
    '-c',
    `core.bigFileThreshold=${largestCompared}`,
    'log',
    '--format=%x01%H',
    ...form,
    ...revisions,
    '--',
  ];
  const done: CommitPatch[] = [];
  let commit: string | undefined;
  const parser = new PatchParser((line) => {
    if (!line.startsWith(mark)) return;
    if (commit !== undefined) done.push({ commit, sections: parser.sections });
    commit = line.slice(1);
    parser.sections = [];
  });
  for await (const chunk of streamGit(place, args, { signal })) {
    parser.feed(chunk);
    yield* done.splice(0);
  }
  if (commit !== undefined) yield { commit, sections: parser.sections };
}
