import { findGates } from '../../gates/find-gates.ts';
import { gateTitles, type GateKind } from '../../gates/gate-kind.ts';
import { findReleases } from '../../gates/find-releases.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { stepCanRun } from '../../scenarios/step-can-run.ts';
import type { Issue, PipelineRule } from '../../rule.ts';

const release = (rule: string) =>
  `release:\n  stage: deploy\n  script: [./deploy.sh]\n  environment: production\n  rules:\n    - if: ${rule}\n`;
const gate = (rule: string) => `scan:\n  script: [gitleaks detect]\n  rules:\n    - if: ${rule}\n`;

const on = 'on: [push, pull_request]\njobs:\n';
/** A workflow with a gate and a release, each under its condition. */
const workflow = (gateIf: string, releaseIf: string) => ({
  path: '.github/workflows/ci.yml',
  code: `${on}  scan:\n    runs-on: ubuntu-24.04\n    if: ${gateIf}\n    steps:\n      - run: gitleaks detect\n  release:\n    runs-on: ubuntu-24.04\n    if: ${releaseIf}\n    steps:\n      - run: docker push app:1\n`,
});
/** A workflow of one job whose gate is a step under a condition. */
const oneJob = (gateIf: string) => ({
  path: '.github/workflows/ci.yml',
  code: `${on}  all:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: gitleaks detect\n        if: ${gateIf}\n      - uses: docker/build-push-action@v6\n        with:\n          push: \${{ github.event_name != 'pull_request' }}\n`,
});

export const gateScenarioGap: PipelineRule = {
  id: 'pipeline/gate-scenario-gap',
  title: 'Release that a gate does not see',
  severity: 'high',
  confidence: 'high',
  cwe: [693],
  tags: ['CICD-SEC-1'],
  why: 'In one of the ways the pipeline can start, the release runs and the gate does not: everybody who knows it goes that way.',
  fix: 'Give the gate rules that hold whenever those of the release do.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: gate('$CI_PIPELINE_SOURCE == "merge_request_event"') + release('$CI_COMMIT_BRANCH == "main"'),
    },
    { path: '.gitlab-ci.yml', code: gate('$CI_COMMIT_BRANCH') + release('$CI_COMMIT_TAG') },
    workflow("github.event_name == 'pull_request'", "github.ref == 'refs/heads/main'"),
    workflow("github.ref == 'refs/heads/main'", "startsWith(github.ref, 'refs/tags/')"),
    oneJob("github.event_name == 'pull_request'"),
  ],
  good: [
    { path: '.gitlab-ci.yml', code: gate('$CI_COMMIT_BRANCH') + release('$CI_COMMIT_BRANCH == "main"') },
    {
      path: '.gitlab-ci.yml',
      code: gate('$CI_PIPELINE_SOURCE == "push"') + release('$CI_PIPELINE_SOURCE == "schedule"'),
    },
    { path: '.gitlab-ci.yml', code: gate('$CI_COMMIT_TAG') + release('$CI_COMMIT_TAG =~ /^v\\d+$/') },
    workflow("github.event_name == 'push'", "github.ref == 'refs/heads/main'"),
    workflow('always()', "startsWith(github.ref, 'refs/tags/')"),
    oneJob("github.event_name != 'schedule'"),
    {
      ...workflow("github.event_name == 'pull_request'", "github.ref == 'refs/heads/main'"),
      beside: {
        '.github/workflows/scan.yml':
          'on: push\njobs:\n  all:\n    runs-on: x\n    steps: [{ run: gitleaks detect }]\n',
      },
    },
  ],
  checks: {
    *pipeline(pipeline, audit) {
      if (pipeline.dialect === 'gitlab') yield* gapsOf(pipeline, audit, gatesOf(pipeline, audit), () => false);
    },
    *repository(pipelines, audit) {
      const workflows = pipelines.filter(({ dialect, action }) => dialect === 'github' && action !== true);
      const known = new Map(workflows.map((one) => [one, gatesOf(one, audit)]));
      // What another workflow checks in the same case is checked; where its own gates run nobody asks.
      const checked = new Set(
        [...known.values()].flat().flatMap(({ kind, runsIn }) => [...runsIn].map((id) => `${kind} ${id}`)),
      );
      for (const [one, gates] of known) {
        yield* gapsOf(one, audit, gates, (kind, { id }) => checked.has(`${kind} ${id}`));
      }
    },
  },
};

/** The gates of one kind in a pipeline. */
interface KindOfGate {
  readonly kind: GateKind;
  readonly jobs: ReadonlySet<Job>;
  readonly names: string;
  /** The scenarios in which one of them can run, by their ids. */
  readonly runsIn: ReadonlySet<string>;
}

function gatesOf(pipeline: Pipeline, audit: Audit): readonly KindOfGate[] {
  const matrix = audit.scenarios(pipeline);
  const gates = findGates(pipeline);
  return [...new Set(gates.flatMap((one) => one.kinds.filter(isExamination)))].map((kind) => {
    const ofKind = gates.filter((gate) => gate.kinds.includes(kind));
    const jobs = new Set(ofKind.map(({ job }) => job));
    const runsIn = ofKind.flatMap(({ job, step }) =>
      matrix.runsOf(job).flatMap((run) => (stepCanRun(step, run, matrix) ? run.scenario.id : [])),
    );
    // The commit was looked at when it was pushed; an image is made anew.
    if (kind !== 'image' && runsIn.includes('push-default')) runsIn.push(...onDefaultBranch);
    const names = [...jobs].map(({ name }) => name);
    return { kind, jobs, names: names.slice(0, 5).join(', '), runsIn: new Set(runsIn) };
  });
}

function* gapsOf(
  pipeline: Pipeline,
  audit: Audit,
  kinds: readonly KindOfGate[],
  isElsewhere: (kind: GateKind, scenario: Scenario) => boolean,
): Generator<Issue> {
  const matrix = audit.scenarios(pipeline);
  const seen = new Set<string>();
  for (const one of findReleases(pipeline)) {
    for (const { kind, jobs, names, runsIn } of kinds) {
      const key = `${one.job.name} ${kind}`;
      // Jobs of GitLab are there with all of their commands.
      if (seen.has(key) || (pipeline.dialect === 'gitlab' && jobs.has(one.job))) continue;
      const open = matrix
        .runsOf(one.job)
        .filter(
          (run) =>
            stepCanRun(one.step, run, matrix) &&
            run.scenario.starter !== 'outsider' &&
            !runsIn.has(run.scenario.id) &&
            !isElsewhere(kind, run.scenario),
        );
      const [first] = open;
      if (!first) continue;
      seen.add(key);
      const titles = open
        .map(({ scenario }) => scenario.title)
        .slice(0, 3)
        .join(', ');
      yield {
        at: one.at,
        message: `${one.job.name} runs without the ${gateTitles[kind]} (${names}) on: ${titles}`,
        subject: key,
        ...((first.runs === 'unknown' || pipeline.dialect === 'github') && { confidence: 'medium' as const }),
      };
    }
  }
}

/** What runs again what was pushed to the default branch. */
const onDefaultBranch = ['schedule', 'web', 'api', 'trigger', 'pipeline'];

/** Kinds that look for something; others prove or record. */
function isExamination(kind: GateKind): boolean {
  return kind !== 'sbom' && kind !== 'signature' && kind !== 'verification' && kind !== 'dast';
}
