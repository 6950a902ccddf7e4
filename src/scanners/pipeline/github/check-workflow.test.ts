import { expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { readGithubAction } from './read-action.ts';
import { readGithubWorkflow } from './read-github.ts';

function problems(...lines: readonly string[]): readonly string[] {
  const { problems: found } = readGithubWorkflow(new SourceText('.github/workflows/a.yml', lines.join('\n')));
  return found.map(({ message, at }) => {
    const { line, column } = at.source.position(at.start);
    return `${line}:${column} ${message}`;
  });
}

const job = ['jobs:', '  a:', '    runs-on: x', '    steps: [{ run: make }]'];

test('a keyword that does not exist is named with the one that is meant', () => {
  expect(problems('on: push', ...job, '    continue_on_error: true')).toEqual([
    "6:5 'continue_on_error' is no keyword of a job; did you mean 'continue-on-error'?",
  ]);
});

test('events, needs and permissions are known ones', () => {
  expect(problems('on: [push, pull_requests]', ...job)).toEqual([
    "1:12 there is no event pull_requests; did you mean 'pull_request'?",
  ]);
  expect(problems('on: push', ...job, '    needs: build')).toEqual(['6:12 a needs build, and there is no such job']);
  expect(problems('on: push', 'permissions: { content: read }', ...job)).toEqual([
    "2:16 'content' is no keyword of a workflow:permissions; did you mean 'contents'?",
  ]);
});

test('a workflow says what starts it and what it does', () => {
  expect(problems('on: push', 'name: a')).toHaveLength(1);
  expect(problems(...job)).toHaveLength(1);
  expect(problems('services: { web: { image: x } }')).toEqual([]);
});

test('what is known only when it runs is not judged', () => {
  const rest = ['    timeout-minutes: ${{ fromJSON(inputs.t) }}', '    strategy: ${{ fromJSON(inputs.s) }}'];
  expect(problems('on: { workflow_call: , push: { branches: [main] } }', ...job, ...rest)).toEqual([]);
});

test('an action has a known form', () => {
  const source = new SourceText('action.yml', 'name: a\nrun: x\nruns: { using: node20, main: a.js, posts: b.js }\n');
  expect(readGithubAction(source)[0]?.problems.map(({ message }) => message)).toEqual([
    "'run' is no keyword of an action; did you mean 'runs'?",
    "'posts' is no keyword of an action:runs; did you mean 'post'?",
  ]);
});
