import { deliveryOf } from '../delivery.ts';
import { openGates } from '../gate-tools.ts';
import { printLines, type Line } from '../lines.ts';
import { hasTests, unknownTests } from '../own-gate.ts';
import type { Pins } from '../pins.ts';
import type { Project } from '../project.ts';
import { deployJobs } from './deploy-jobs.ts';
import { gateJobIds, gateJobs } from './gate-jobs.ts';
import { imageJobs } from './image-jobs.ts';
import { changed, checkout, job, run, type Branch } from './job.ts';
import { projectJobIds, projectJobs } from './project-jobs.ts';

/**
 * A workflow for a project.
 * @param scanners ids of the scanners that Portcullis has
 */
export function writeGithubWorkflow(project: Project, scanners: readonly string[], branch: Branch, pins: Pins): string {
  const { toolchains, images } = project;
  const open = openGates(scanners, project);
  const gates = gateJobIds(open);
  const isOnly = (id: string): boolean => toolchains.filter((one) => one.id === id).length === 1;
  const own = toolchains.flatMap((one) => Object.values(projectJobIds(one, isOnly(one.id))));
  const before = [...gates.build, ...gates.test, ...own, ...(hasTests(project) ? [] : ['test'])];
  return printLines([
    ...head(branch),
    ...toolchains.flatMap((one) => projectJobs(one, isOnly(one.id), images.length === 0, pins)),
    ...(hasTests(project) ? [] : unknownTestJob(pins)),
    ...gateJobs(open, pins),
    ...imageJobs(project, before, branch, pins),
    ...deployJobs(project, deliveryOf(project), before, branch, pins),
  ]);
}

function unknownTestJob(pins: Pins): readonly Line[] {
  return job({
    id: 'test',
    name: 'Tests',
    purpose: 'The tests. Write ci/test.sh: none were found.',
    condition: changed,
    steps: [...checkout(pins), ...run(unknownTests)],
  });
}

function head({ name }: Branch): readonly Line[] {
  return [
    '# Five stages: nothing is deployed that has not passed those before. Written by portcullis init --github.',
    '# Actions are pinned by commit, images by digest; portcullis pipeline lock keeps them current.',
    'name: Delivery',
    '',
    'on:',
    ['  pull_request: {}', 'what is proposed, with a token that can only read'],
    '  push:',
    [`    branches: [${name}]`, 'what was merged'],
    '  schedule:',
    ["    - cron: '23 4 * * *'", 'every day: what has become known since'],
    '',
    ['permissions: {}', 'nothing by default: each job says what it needs'],
    '',
    'concurrency:',
    ['  group: ${{ github.workflow }}-${{ github.ref }}', 'one run for a branch'],
    [
      "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
      'only a newer state of a change ends an older run',
    ],
    '',
    'defaults:',
    '  run:',
    ['    shell: bash', 'a command in a pipe that fails is a failure'],
    '',
    'env:',
    ['  STAGING_HOST: ${{ vars.STAGING_HOST }}', 'a variable of the repository: where staging answers'],
    ['  PRODUCTION_HOST: ${{ vars.PRODUCTION_HOST }}', 'where production answers'],
    '',
    'jobs:',
  ];
}
