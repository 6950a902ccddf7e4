import { deliveryOf } from '../delivery.ts';
import { openGates } from '../gate-tools.ts';
import { printLines, type Line } from '../lines.ts';
import { hasTests, unknownTests } from '../own-gate.ts';
import type { Pins } from '../pins.ts';
import type { Project } from '../project.ts';
import { deployJobs } from './deploy-jobs.ts';
import { gateJobs } from './gate-jobs.ts';
import { imageJobs } from './image-jobs.ts';
import { changed, imageLines, job, merged, script } from './job.ts';
import { projectJobs } from './project-jobs.ts';

/**
 * A `.gitlab-ci.yml` for a project.
 * @param scanners ids of the scanners that Portcullis has
 */
export function writeGitlabPipeline(project: Project, scanners: readonly string[], pins: Pins): string {
  const { toolchains, images } = project;
  const delivery = deliveryOf(project);
  const isOnly = (id: string): boolean => toolchains.filter((one) => one.id === id).length === 1;
  return printLines([
    ...head(delivery.usesCluster),
    ...toolchains.flatMap((one) => projectJobs(one, isOnly(one.id), images.length === 0, pins)),
    ...(hasTests(project) ? [] : unknownTestJob(pins)),
    ...gateJobs(openGates(scanners, project), pins),
    ...imageJobs(project, pins),
    ...deployJobs(project, delivery, pins),
  ]);
}

function unknownTestJob(pins: Pins): readonly Line[] {
  return job('test', 'The tests. Write ci/test.sh: none were found.', [
    'stage: test',
    changed,
    ...imageLines('kubernetes', pins),
    ...script([unknownTests]),
  ]);
}

function head(usesCluster: boolean): readonly Line[] {
  return [
    '# Five stages: nothing is deployed that has not passed those before. Written by portcullis init --gitlab.',
    '# Names of images are pinned by digest; portcullis pipeline lock keeps them current.',
    '',
    'stages: [pre-commit, build, test, deploy, post-deploy]',
    '',
    'workflow:',
    '  rules:',
    ['    - if: $CI_PIPELINE_SOURCE == "merge_request_event"', 'what is proposed'],
    ['    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH', 'what was merged, and the schedule'],
    '',
    'default:',
    ['  interruptible: true', 'a newer pipeline ends an older one; deployments say otherwise'],
    ['  timeout: 30 minutes', 'a job that hangs gives its runner back'],
    '',
    'variables:',
    ['  STAGING_HOST: staging.example.com', 'change this: where staging answers'],
    ['  PRODUCTION_HOST: www.example.com', 'change this: where production answers'],
    ...(usesCluster
      ? ([['  KUBE_CONTEXT: group/project:agent', 'change this: the agent that gives access to the cluster']] as const)
      : []),
    ['  RUNNER_GENERATE_ARTIFACTS_METADATA: "true"', 'provenance: runners write how each artifact came to be'],
    '',
    '# For changes: proposed ones and merged ones.',
    '.change:',
    '  rules:',
    ['    - if: $CI_PIPELINE_SOURCE == "merge_request_event"', 'checked before it is merged'],
    [`    - if: ${merged}`, 'and after'],
    '',
    '# For what leaves the pipeline. Protect the default branch: who can push there can deploy.',
    '.release:',
    '  rules:',
    [`    - if: ${merged}`, 'only what was merged'],
  ];
}
