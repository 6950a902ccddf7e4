import { describe, expect, test } from 'vitest';
import { jobOrder } from '../audit/job-order.ts';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { CollectedFiles } from '../collected-files.ts';
import { findJob } from '../model/find-job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Issue } from '../rule.ts';
import { readPipelines } from '../read-pipelines.ts';
import { gateAfterPublish } from '../rules/gates/gate-after-publish.ts';
import { textOfSteps } from './testing/text-of-steps.ts';

function look(code: string): { readonly pipeline: Pipeline; readonly issues: readonly Issue[] } {
  const files = new CollectedFiles();
  files.add('.gitlab-ci.yml', code);
  const pipelines = readPipelines(files);
  const [pipeline] = pipelines;
  if (!pipeline) throw new Error('there is a pipeline');
  const statements = [...runRules([gateAfterPublish], pipelines, createAudit(files, new Date('2026-06-01')))];
  return { pipeline, issues: statements.flatMap(({ verdict }) => ('undecided' in verdict ? [] : [verdict])) };
}

/** The definition after the fix; undefined when none is offered. */
function fixed(code: string): string | undefined {
  const fix = look(code).issues[0]?.fixes?.[0];
  const edits = fix?.edits.toSorted((a, b) => b.at.start - a.at.start);
  return edits?.reduce((text, { at, text: put }) => text.slice(0, at.start) + put + text.slice(at.end), code);
}

const build = (rest = '') =>
  `build:\n  stage: build\n  image: docker:27\n  script:\n    - docker build -t $IMAGE .\n    - docker push $IMAGE\n${rest}`;
const scan = (command: string, rest = '') => `scan:\n  stage: scan\n  script:\n    - ${command}\n${rest}`;
const stages = 'stages: [build, scan, deploy]\n';
const deploy = 'deploy:\n  stage: deploy\n  script: [kubectl set image deployment/app app=$IMAGE]\n';

describe('the push goes behind the scan', () => {
  test('in one job', () => {
    const after = fixed(
      'a:\n  script:\n    - docker build -t $IMAGE .\n    - docker push $IMAGE\n    - grype --fail-on high $IMAGE\n    - echo done\n',
    );
    expect(after).toBe(
      'a:\n  script:\n    - docker build -t $IMAGE .\n    - grype --fail-on high $IMAGE\n    - docker push $IMAGE\n    - echo done\n',
    );
  });

  test.each([
    ['trivy image --exit-code 1 $IMAGE', 'trivy image --exit-code 1 --input image.tar'],
    ['grype --fail-on high $IMAGE', 'grype --fail-on high docker-archive:image.tar'],
  ])('over jobs: %s', (command, expected) => {
    const after = fixed(`${stages}${build('  only: [main]\n')}${scan(command)}${deploy}`) ?? '';
    const { pipeline, issues } = look(after);
    const job = (name: string) => {
      const found = findJob(pipeline, name);
      if (!found) throw new Error(`there is no ${name}`);
      return found;
    };
    expect([pipeline.problems, issues]).toEqual([[], []]);
    expect(textOfSteps(job('scan'))).toBe(expected);
    expect(textOfSteps(job('build'))).toBe('docker build -t $IMAGE .\ndocker save --output image.tar $IMAGE');
    expect(textOfSteps(job('push_image'))).toBe('docker load --input image.tar\ndocker push $IMAGE');
    expect(job('push_image').body.text('image')).toBe('docker:27');
    expect(job('push_image').body.get('only')).toBeDefined();
    const order = jobOrder(pipeline);
    expect([
      order.before(job('push_image')).has(job('scan')),
      order.before(job('deploy')).has(job('push_image')),
    ]).toEqual([true, true]);
  });

  test.each([
    [
      'another job takes the image meanwhile',
      `${stages}${build()}${scan('trivy image $IMAGE')}try:\n  stage: scan\n  image: $IMAGE\n  script: [x]\n`,
    ],
    [
      'a job waits for the push',
      `${stages}${build()}${scan('trivy image $IMAGE')}try:\n  stage: deploy\n  needs: [build]\n  script: [x]\n`,
    ],
    ['the scan does not always run', `${stages}${build()}${scan('trivy image $IMAGE', '  only: [tags]\n')}`],
    ['the scan does not get artifacts', `${stages}${build()}${scan('trivy image $IMAGE', '  dependencies: []\n')}`],
    [
      'both are of one stage',
      `${stages}${build()}${scan('trivy image $IMAGE').replace('stage: scan', 'stage: build')}`,
    ],
    ['it is another image', `${stages}${build()}${scan('trivy image $OTHER')}`],
    ['nobody knows how the tool reads an archive', `${stages}${build()}${scan('dockle $IMAGE')}`],
  ])('not when %s', (_, code) => {
    expect(look(code).issues.length).toBeGreaterThan(0);
    expect(fixed(code)).toBeUndefined();
  });
});
