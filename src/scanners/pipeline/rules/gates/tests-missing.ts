import { findReleases } from '../../gates/find-releases.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { PipelineRule, Verdicts } from '../../rule.ts';
import { textOfJob } from './deploy-settings.ts';

const gitlab = (script: string, rest = '') => ({
  path: '.gitlab-ci.yml',
  code: `publish:\n  script:\n    - ${script}\n    - npm publish\n${rest}`,
});
const github = (command: string) => ({
  path: '.github/workflows/release.yml',
  code: `on: push\njobs:\n  release:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${command}\n      - run: npm publish\n`,
});

export const testsMissing: PipelineRule = {
  id: 'pipeline/tests-missing',
  title: 'Released without a test',
  severity: 'low',
  confidence: 'low',
  cwe: [693],
  tags: ['CICD-SEC-1', 'SSDF-PW.8'],
  why: 'Nothing in the pipelines runs tests: a change that takes a check away, or lets in what must stay out, reaches users unseen.',
  fix: 'Run the tests before the release, among them those that try what must not be possible.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlab('npm run build'),
    gitlab('make', 'lint:\n  script: [npm run lint]\n'),
    github('npm run build'),
    github('latest=$(date) make'),
  ],
  good: [
    gitlab('npm test'),
    gitlab('npm run build', 'unit:\n  script: [./run-specs.sh]\n  artifacts:\n    reports:\n      junit: report.xml\n'),
    gitlab('npm run build', 'include:\n  - project: team/ci\n    file: tests.yml\n'),
    github('npm test'),
    {
      ...github('npm run build'),
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: go test ./...\n',
      },
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm run build\n',
    },
  ],
  checks: {
    *repository(pipelines) {
      // What another pipeline of the platform tests is tested.
      for (const dialect of ['gitlab', 'github'] as const) {
        yield* judge(pipelines.filter((one) => one.dialect === dialect && one.thin !== true));
      }
    },
  },
};

function* judge(pipelines: readonly Pipeline[]): Verdicts {
  const [release] = pipelines.flatMap(findReleases);
  const jobs = pipelines.flatMap((one) => one.jobs);
  if (!release || jobs.some(tests)) return;
  const at = release.at;
  if (pipelines.some(({ holes }) => holes.length > 0) || jobs.some(({ unresolved }) => unresolved)) {
    yield { undecided: 'whether an include brings tests', at };
  } else yield { at, message: `${release.name}: no job before it runs a test` };
}

/** Words of programs, scripts and targets that test something; rather one too many. */
const words =
  /(?:^|[^a-z])(?:unit|e2e|tests?|testing|pytest|jest|vitest|mocha|karma|tox|nox|rspec|phpunit|ctest|bats|cypress|playwright|specs?|check|verify|coverage)(?:$|[^a-z])/i;

function tests(job: Job): boolean {
  const reports = job.body.map('artifacts')?.map('reports');
  return words.test(job.name) || words.test(textOfJob(job)) || reports?.get('junit') !== undefined;
}
