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
  ],
  good: [
    steps(`o/a@${one} # v1.2.3`, `o/a@${one} # v1.2.3`),
    steps(`o/a@${one} # v1.2.3`, `o/a@${other} # v1.2.4`),
    steps(`o/a@${one} # v4`, `o/a@${other} # v4`),
    steps(`o/a@${one} # v4`, `o/a@${one} # v4.2.2`),
  ],
  checks: {
    *repository(pipelines) {
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
    },
  },
};

interface CommentedUse {
  readonly at: TextRange;
  readonly repository: string;
  readonly commit: string;
  readonly version: string;
}

/** Full versions only: `v4` is meant to move. */
function commented({ dialect, jobs }: Pipeline): readonly CommentedUse[] {
  if (dialect !== 'github') return [];
  return jobs.flatMap((job) =>
    job.steps.flatMap((step): readonly CommentedUse[] => {
      const action = step.kind === 'use' ? parseAction(step.uses.text) : undefined;
      if (step.kind !== 'use' || !action || !isCommit(action.ref)) return [];
      const { source, start, end } = step.uses.range;
      const line = /^[^\n]*/.exec(source.text.slice(end))?.[0] ?? '';
      const version = /^["']?\s*#\s*(?:tag=|ratchet:\S+@)?v?(?<version>\d+\.\d+\.\d+\S*)/.exec(line)?.groups?.[
        'version'
      ];
      if (version === undefined) return [];
      const repository = `${action.owner}/${action.repository}`;
      return [{ at: { source, start, end }, repository, commit: action.ref, version }];
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
