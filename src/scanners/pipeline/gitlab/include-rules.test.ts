import { expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import { scenarioMatrix } from '../scenarios/scenario-matrix.ts';
import { readGitlabPipelines } from './read-gitlab.ts';

test('a job of a file that is included on a condition runs under that condition only', () => {
  const files = new CollectedFiles();
  files.add(
    '.gitlab-ci.yml',
    'include:\n  - local: tag.yml\n    rules: [{ if: $CI_COMMIT_TAG }]\n  - local: maybe.yml\n    rules: [{ if: $CHOSEN }]\n',
  );
  files.add('tag.yml', 'on-tag: { script: x, rules: [{ when: always }] }\n');
  files.add('maybe.yml', 'maybe: { script: x, rules: [{ when: always }] }\n');
  const source = files.read('.gitlab-ci.yml');
  const [pipeline] = source ? readGitlabPipelines(source, files) : [];
  if (!pipeline) throw new Error('a definition is a pipeline');
  const matrix = scenarioMatrix(pipeline, files);
  const runs = (name: string) => {
    const job = pipeline.jobs.find((one) => one.name === name);
    return Object.fromEntries((job ? matrix.runsOf(job) : []).map((run) => [run.scenario.id, run.runs]));
  };
  expect(runs('on-tag')).toMatchObject({ 'push-default': 'no', 'tag-protected': 'yes' });
  expect(new Set(Object.values(runs('maybe')))).toEqual(new Set(['unknown']));
});
