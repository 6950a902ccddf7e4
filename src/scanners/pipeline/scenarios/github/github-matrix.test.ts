import { expect, test } from 'vitest';
import { SourceText } from '../../../../lib/text/source-text.ts';
import { readGithubWorkflow } from '../../github/read-github.ts';
import type { JobRun } from '../scenario.ts';
import { githubMatrix } from './github-matrix.ts';

/** What becomes of a job: `push-default: yes`, those that do not run left out. */
function runs(on: string, rest = '', job = 'a'): readonly string[] {
  return all(on, rest, job).flatMap(({ scenario, runs: word }) => (word === 'no' ? [] : [`${scenario.id}: ${word}`]));
}

function all(on: string, rest: string, job: string): readonly JobRun[] {
  const text = `on: ${on}\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: make }]\n${rest}`;
  const pipeline = readGithubWorkflow(new SourceText('.github/workflows/a.yml', text));
  const found = pipeline.jobs.find(({ name }) => name === job);
  if (!found) throw new Error(`there is no job ${job}`);
  return githubMatrix(pipeline).runsOf(found);
}

test('events and their filters decide what starts a workflow', () => {
  expect(runs('push')).toEqual(['push-default: yes', 'push-branch: yes', 'push-tag: yes']);
  expect(runs('{ push: { branches: [main] } }')).toEqual(['push-default: yes']);
  expect(runs('{ push: { tags: ["v*"] } }')).toEqual(['push-tag: unknown']);
  expect(runs('{ push: { branches: [main, "release/*"] } }')).toEqual(['push-default: yes', 'push-branch: unknown']);
  expect(runs('[pull_request, schedule]')).toEqual([
    'pull-request: yes',
    'pull-request-fork: yes',
    'pull-request-dependabot: yes',
    'schedule: yes',
  ]);
});

test('conditions are evaluated, and what only the run knows stays unknown', () => {
  expect(
    runs('[push, pull_request]', "    if: github.event_name == 'push' && github.ref == 'refs/heads/main'\n"),
  ).toEqual(['push-default: yes']);
  expect(runs('push', "    if: startsWith(github.ref, 'refs/tags/')\n")).toEqual(['push-tag: yes']);
  expect(runs('pull_request', '    if: ${{ !github.event.pull_request.head.repo.fork }}\n')).toEqual([
    'pull-request: yes',
    'pull-request-dependabot: yes',
  ]);
  expect(runs('issue_comment', "    if: contains(github.event.comment.body, '/run')\n")).toEqual([
    'issue-comment: unknown',
  ]);
  expect(runs('push', '    if: ${{ false }} && x\n')).toHaveLength(3);
});

test('forks and Dependabot have a token that reads', () => {
  const tokens = (permissions: string) =>
    Object.fromEntries(
      all('[push, pull_request]', permissions, 'a').map(({ scenario, token }) => [scenario.id, token?.join(', ')]),
    );
  expect(tokens('    permissions: { contents: write, id-token: write, issues: none }\n')).toMatchObject({
    'push-branch': 'contents: write, id-token: write',
    'pull-request': 'contents: write, id-token: write',
    'pull-request-fork': 'contents: read',
    'pull-request-dependabot': 'contents: read',
  });
  expect(tokens('')).toMatchObject({ 'push-branch': undefined, 'pull-request-fork': 'read-all' });
  expect(tokens('    permissions: {}\n')).toMatchObject({ 'push-branch': '', 'pull-request-fork': '' });
  expect(runs('pull_request', "    if: github.actor != 'dependabot[bot]'\n")).not.toContain(
    'pull-request-dependabot: yes',
  );
});

test('a job runs where those run that it needs', () => {
  const b = (condition: string) => `    if: github.ref_type == 'tag'\n  b:\n    needs: a\n${condition}    steps: []\n`;
  expect(runs('push', b(''), 'b')).toEqual(['push-tag: yes']);
  expect(runs('push', b('    if: always()\n'), 'b')).toHaveLength(3);
});

test('an identity token is there for jobs that may write one, with what the run is for', () => {
  const permissions = '    permissions: { id-token: write }\n';
  const subjects = (rest: string) =>
    all('[push, pull_request]', rest, 'a').map(({ scenario, claims }) => [scenario.id, claims['sub']]);
  expect(Object.fromEntries(subjects(permissions))).toMatchObject({
    'push-default': 'repo:*:ref:refs/heads/main',
    'push-tag': 'repo:*:ref:refs/tags/*',
    'pull-request': 'repo:*:pull_request',
    'pull-request-fork': undefined,
  });
  expect(new Set(subjects('').map(([, sub]) => sub))).toEqual(new Set([undefined]));
});

test('needs that go round and rows without end come to an end', () => {
  const ring = '    needs: b\n  b:\n    needs: a\n    steps: []\n';
  expect(runs('push', ring)).toHaveLength(3);
  const row = Array.from(
    { length: 1000 },
    (_, i) => `  j${i}:\n    needs: ${i === 0 ? 'a' : `[j${i - 1}, a]`}\n    steps: []\n`,
  );
  expect(runs('push', row.join(''), 'j999')).toHaveLength(3);
});
