import { lockFile, readLock } from '../../lock/ci-lock.ts';
import { checkLock } from '../../lock/check-lock.ts';
import { integrityOf } from '../../lock/integrity.ts';
import { findReferences } from '../../lock/references.ts';
import { everyDialect, type PipelineRule } from '../../rule.ts';

const sha = 'a1'.repeat(20);
const digest = `sha256:${'b2'.repeat(32)}`;

const lockOf = (...entries: readonly object[]): string => JSON.stringify({ version: 1, entries });

const gitlab = (image: string, ...entries: readonly object[]) => ({
  path: '.gitlab-ci.yml',
  code: `a:\n  image: ${image}\n  script: [make]\n`,
  beside: { 'ci.lock': lockOf(...entries) },
});

const github = (uses: string, ...entries: readonly object[]) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ${uses}\n`,
  beside: { 'ci.lock': lockOf(...entries) },
});

const node = { kind: 'image', address: 'docker.io/library/node', ref: '20.11.1', resolved: digest };
const action = { kind: 'action', address: 'owner/deploy', ref: 'v4', resolved: sha };

const vendored = (content: string) => ({
  path: '.gitlab-ci.yml',
  code: 'include: { project: team/ci, file: a.yml, ref: v1 }\nb: { script: [make] }\n',
  beside: {
    'ci.lock.d/a.yml': content,
    'ci.lock': lockOf({
      kind: 'project-file',
      address: 'team/ci',
      file: 'a.yml',
      ref: 'v1',
      integrity: integrityOf('.base: { stage: test }\n'),
      content: 'ci.lock.d/a.yml',
    }),
  },
});

export const lockStale: PipelineRule = {
  id: 'pipeline/lock-stale',
  title: 'ci.lock is not about this pipeline',
  severity: 'medium',
  confidence: 'high',
  cwe: [829, 353],
  tags: ['CICD-SEC-3', 'CICD-SEC-9'],
  why: 'What the lock does not know, or knows as something else, is taken from elsewhere as it happens to be, while everybody believes that it was looked at.',
  fix: 'Run `portcullis pipeline lock --online`, look at what changed, and commit the lock with the change.',
  dialects: everyDialect,
  bad: [
    gitlab('node:22.1.0', node),
    gitlab(`node:20.11.1@sha256:${'c3'.repeat(32)}`, node),
    vendored('.base: { stage: deploy }\n'),
    github('owner/deploy@v5', action),
    github(`owner/deploy@${'c3'.repeat(20)} # v4.0.1`, action),
    { path: '.gitlab-ci.yml', code: 'a: { script: [make] }\n', beside: { 'ci.lock': '{' } },
  ],
  good: [
    gitlab('node:20.11.1', node),
    gitlab(`node:20.11.1@${digest}`, node),
    gitlab('$IMAGE', node),
    vendored('.base: { stage: test }\n'),
    github('owner/deploy@v4', action),
    github(`owner/deploy@${sha} # v4.0.1`, action),
    github('./.github/actions/deploy'),
    { path: '.gitlab-ci.yml', code: 'a: { image: "node:22", script: [make] }\n' },
  ],
  checks: {
    *repository(pipelines, { files }) {
      const lock = readLock(files);
      if (lock === undefined) return;
      if (lock === 'broken') {
        const source = files.read(lockFile);
        if (source) yield { at: { source, start: 0, end: 0 }, message: `${lockFile} is not understood` };
        return;
      }
      for (const { kind, message, at } of checkLock(findReferences(pipelines, files).known, lock, files)) {
        // What is not there leaves a hole of its own, or is not part of the change that is looked at.
        if (kind === 'absent') continue;
        yield { at, message, ...(kind === 'content' && { severity: 'high' as const }) };
      }
    },
  },
};
