import { dependencyScanners, seriousOnly, type OpenGates } from '../gate-tools.ts';
import type { Line } from '../lines.ts';
import { installPortcullis, portcullis } from '../own-gate.ts';
import type { Pins } from '../pins.ts';
import { artifacts, imageLines, job, script } from './job.ts';

/** The gates on the source. They run in every pipeline: what is deployed has passed them, and the schedule repeats them. */
export function gateJobs(open: OpenGates, pins: Pins): readonly Line[] {
  return [
    ...job('gate:pre-commit', 'The pre-commit gate again, on the commits of the change: hooks can be skipped.', [
      'stage: pre-commit',
      ...imageLines('node', pins),
      'rules:',
      ['  - if: $CI_PIPELINE_SOURCE == "merge_request_event"', 'only a change has commits to look at'],
      'variables:',
      ['  GIT_DEPTH: "0"', 'all commits of the change, however many'],
      ...script([
        installPortcullis,
        {
          run: portcullis('gate pre-commit --range "$CI_MERGE_REQUEST_DIFF_BASE_SHA..$CI_COMMIT_SHA"'),
          why: 'also what a later commit takes away again stays in the history',
        },
      ]),
    ]),
    ...job(
      'gate:build',
      'The build gate of portcullis.yaml: secrets, the pipeline itself, and what else is named there.',
      [
        'stage: build',
        ...imageLines('node', pins),
        ...script([
          installPortcullis,
          {
            run: portcullis(
              'gate build -o terminal -o gitlab-secret-detection=gl-secret-detection-report.json -o gitlab-sast=gl-sast-report.json -o code-quality=gl-code-quality-report.json',
            ),
            why: 'ends with 1 when the policy says no, with 2 when it can not tell',
          },
        ]),
        ...artifacts({
          reports: {
            secret_detection: 'gl-secret-detection-report.json',
            sast: 'gl-sast-report.json',
            codequality: 'gl-code-quality-report.json',
          },
        }),
      ],
    ),
    ...(open.sast ? sast(pins) : []),
    ...(open.sca || open.licenses ? dependencies(open, pins) : []),
    ...(open.iac ? iac(pins) : []),
  ];
}

function sast(pins: Pins): readonly Line[] {
  return job('sast', 'Static analysis of the code.', [
    'stage: build',
    ...imageLines('semgrep', pins),
    ...script([
      {
        run: 'semgrep scan --config p/default --metrics off --error --gitlab-sast-output gl-sast-report.json',
        why: 'a finding fails the job; rules are fetched: a directory of your own in --config makes them yours',
      },
    ]),
    ...artifacts({ reports: { sast: 'gl-sast-report.json' } }),
  ]);
}

function dependencies(open: OpenGates, pins: Pins): readonly Line[] {
  return job('dependencies', 'Dependencies: known vulnerabilities and licences.', [
    'stage: build',
    ...imageLines('trivy', pins),
    ...script([
      {
        run: 'trivy filesystem --format cyclonedx --output gl-sbom-source.cdx.json .',
        why: 'the bill of materials of the source',
      },
      {
        run: `trivy filesystem --scanners ${dependencyScanners(open)} ${seriousOnly} .`,
        why: 'the gate: what is serious fails the job; accepted ones go to .trivyignore.yaml, with an end',
      },
    ]),
    ...artifacts({ reports: { cyclonedx: 'gl-sbom-source.cdx.json' } }),
  ]);
}

function iac(pins: Pins): readonly Line[] {
  return job('iac', 'Infrastructure code: Dockerfiles, Kubernetes, Helm, Terraform, Compose.', [
    'stage: test',
    ...imageLines('trivy', pins),
    ...script([
      {
        run: 'trivy config --format template --template "@/contrib/junit.tpl" --output iac.xml .',
        why: 'all of it, as a report',
      },
      { run: `trivy config ${seriousOnly} .`, why: 'the gate: what is serious fails the job' },
    ]),
    ...artifacts({ reports: { junit: 'iac.xml' } }),
  ]);
}
