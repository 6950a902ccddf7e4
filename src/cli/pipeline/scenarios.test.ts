import { expect, test } from 'vitest';
import { runCommand } from '../../../test/policy/run-command.ts';
import { scratch } from '../../../test/support/scratch.ts';
import { pipelineCommand } from '../commands/pipeline.ts';

const make = scratch();
const definition = 'deploy:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG =~ /^v/\n';
const settings = (tags: readonly object[]) => JSON.stringify({ version: 1, gitlab: { protected_tags: tags } });

test('settings of the project decide, its own file or one that is named', async () => {
  const root = make.directory({
    '.gitlab-ci.yml': definition,
    'portcullis.facts.json': settings([{ name: 'v*' }]),
    'none.json': settings([]),
  });
  const run = async (...args: string[]) => await runCommand(pipelineCommand, ['scenarios', ...args], root);
  const own = await run('--json');
  const [{ jobs }] = JSON.parse(own.stdout) as [{ jobs: [{ runs: { scenario: string; runs: string }[] }] }];
  const runs = new Map(jobs[0].runs.map(({ scenario, runs: word }) => [scenario, word]));
  expect([runs.get('tag-protected'), runs.get('tag')]).toEqual(['yes', 'no']);
  expect((await run('--facts', 'none.json')).stdout).toContain('protected tag · does not happen: no tag is protected');
  expect((await run('--facts', 'missing.json')).code).toBe(2);
});
