import { versionComment } from '../../github/version-comment.ts';
import type { CiLock } from '../../lock/ci-lock.ts';
import { actionOf } from '../../lock/references.ts';
import type { TextRange } from '../../../../lib/text/source-text.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { isCommit, parseAction } from '../../github/action-reference.ts';

const one = 'a1'.repeat(20);
const other = 'b2'.repeat(20);
const steps = (...uses: readonly string[]) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${uses.map((use) => `      - uses: ${use}\n`).join('')}`,
});

const locked = (use: string, rest: object) => ({
  ...steps(use),
  beside: {
    'ci.lock': JSON.stringify({ entries: [{ kind: 'action', address: 'o/a', ref: one, resolved: one, ...rest }] }),
  },
});

export const shaCommentMismatch: PipelineRule = {
  id: 'pipeline/sha-comment-mismatch',
  title: 'Comment and commit id of an action contradict each other',
  severity: 'medium',
  confidence: 'high',
  cwe: [829, 1116],
  tags: ['CICD-SEC-3'],
  why: 'Reviewers and bots read the comment, the runner reads the commit: an old, unknown or foreign commit hides behind a version that looks right.',
  fix: 'Look the version up and write the commit that its tag names; one version has one commit.',
  dialects: ['github'],
  bad: [
    steps(`o/a@${one} # v1.2.3`, `o/a@${other} # v1.2.3`),
    steps(`o/a@${one} # v1.2.3`, `o/a@${one} # v2.0.0`),
    steps(`o/a/x@${one} # v3.0.1`, `o/a/y@${other} # v3.0.1`),
    locked(`o/a@${one} # v1.2.3`, { version: 'v1.0.0', reachable: true }),
    locked(`o/a@${one} # v1.2.3`, { reachable: false }),
  ],
  good: [
    steps(`o/a@${one} # v1.2.3`, `o/a@${one} # v1.2.3`),
    steps(`o/a@${one} # v1.2.3`, `o/a@${other} # v1.2.4`),
    steps(`o/a@${one} # v4`, `o/a@${other} # v4`),
    steps(`o/a@${one} # v4`, `o/a@${one} # v4.2.2`),
    locked(`o/a@${one} # v1.2.3`, { version: 'v1.2.3', reachable: true }),
    locked(`o/a@${one} # v1.2.3`, {}),
  ],
  checks: {
    *repository(pipelines, { lock }) {
      const uses = pipelines.flatMap(commented);
      yield* contradictions(
        uses,
        ({ repository, version }) => `${repository} ${version}`,
        ({ commit }) => commit,
        (first, second) =>
          `${second.repository} ${second.version} is ${second.commit.slice(0, 12)} here and ${first.commit.slice(0, 12)} in ${place(first.at)}`,
      );
      yield* contradictions(
        uses,
        ({ repository, commit }) => `${repository} ${commit}`,
        ({ version }) => version,
        (first, second) =>
          `${second.repository}@${second.commit.slice(0, 12)} is called ${second.version} here and ${first.version} in ${place(first.at)}`,
      );
      if (lock) yield* untrue(uses, lock);
    },
  },
};

interface CommentedUse {
  readonly at: TextRange;
  readonly repository: string;
  readonly commit: string;
  readonly version: string;
  readonly name: string;
}

/** Comments that say something else than the tags of the repository did when the lock was made. */
function* untrue(uses: readonly CommentedUse[], lock: CiLock): Generator<Issue> {
  for (const { at, name, repository, commit, version } of uses) {
    const owner = name.split('/', 1)[0] ?? '';
    const own = lock.find(actionOf({ name, owner, repository, ref: commit }));
    const tag = own?.version?.replace(/^v/, '');
    // Only a commit that was asked for by its id was looked up with all its tags.
    if (own?.reachable !== undefined && tag !== version) {
      const said = tag === undefined ? 'no version has that commit' : `that commit is ${tag}`;
      yield { at, message: `${repository}@${commit.slice(0, 12)} is called ${version} here; in ci.lock, ${said}` };
    }
  }
}

/** Full versions only: `v4` is meant to move. */
function commented({ dialect, jobs }: Pipeline): readonly CommentedUse[] {
  if (dialect !== 'github') return [];
  return jobs.flatMap((job) =>
    job.steps.flatMap((step): readonly CommentedUse[] => {
      const action = step.kind === 'use' ? parseAction(step.uses.text) : undefined;
      if (step.kind !== 'use' || !action || !isCommit(action.ref)) return [];
      const version = versionComment(step.uses.range)?.replace(/^v/, '');
      if (version === undefined) return [];
      const repository = `${action.owner}/${action.repository}`;
      return [{ at: step.uses.range, repository, commit: action.ref, version, name: action.name }];
    }),
  );
}

function* contradictions(
  uses: readonly CommentedUse[],
  key: (use: CommentedUse) => string,
  value: (use: CommentedUse) => string,
  say: (first: CommentedUse, second: CommentedUse) => string,
): Generator<Issue> {
  const firsts = new Map<string, CommentedUse>();
  for (const use of uses) {
    const first = firsts.get(key(use));
    if (!first) firsts.set(key(use), use);
    else if (value(first) !== value(use)) yield { at: use.at, message: say(first, use) };
  }
}

function place({ source, start }: TextRange): string {
  return `${source.uri}:${source.position(start).line}`;
}
