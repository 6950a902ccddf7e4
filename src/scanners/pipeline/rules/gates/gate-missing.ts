import { findGates } from '../../gates/find-gates.ts';
import { examines, gateTitles, type GateKind } from '../../gates/gate-kind.ts';
import { templateKinds } from '../../gates/template-gates.ts';
import { findReleases, type Release } from '../../gates/find-releases.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import type { Dialect, Pipeline } from '../../model/pipeline.ts';
import type { Issue, PipelineRule, Undecided } from '../../rule.ts';

const gates = (...commands: readonly string[]) =>
  commands.map((command, index) => `g${index}:\n  script: [${command}]\n`).join('');
const deploy = 'deploy:\n  stage: deploy\n  script: [./deploy.sh]\n  environment: production\n';
const workflow = (...commands: readonly string[]) =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n${commands.map((command) => `      - run: ${command}\n`).join('')}`;

export const gateMissing: PipelineRule = {
  id: 'pipeline/gate-missing',
  title: 'Released without a security gate',
  severity: 'medium',
  confidence: 'medium',
  cwe: [693],
  tags: ['CICD-SEC-1', 'CICD-SEC-10', 'SSDF-PW.7', 'SSDF-RV.1'],
  why: 'What no gate looks for reaches users unseen, however good the other gates are.',
  fix: 'Add the gate that is named before the release, and let it fail the pipeline; `portcullis gate build` has most of them in one job.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: gates('gitleaks detect', 'semgrep ci', 'npm audit') + deploy },
    { path: '.gitlab-ci.yml', code: gates('gitleaks detect', 'npm audit', 'license_finder') + deploy },
    {
      path: '.github/workflows/ci.yml',
      code: workflow('gitleaks detect', 'npm audit', 'semgrep ci', 'kubectl apply -f k8s'),
    },
    { path: '.github/workflows/ci.yml', code: workflow('semgrep ci', 'npm audit', 'gitleaks git', 'npm publish') },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: gates('gitleaks detect', 'semgrep ci') },
    { path: '.gitlab-ci.yml', code: gates('make test') + deploy },
    {
      path: '.gitlab-ci.yml',
      code: `include:\n  - project: team/ci\n    file: gates.yml\n${gates('gitleaks detect', 'npm audit')}${deploy}`,
    },
    {
      path: '.github/workflows/release.yml',
      code: workflow('gitleaks detect', 'npm audit', 'kubectl apply -f k8s'),
      beside: { '.github/workflows/other.yml': workflow('zap-baseline.py -t u', 'license_finder', 'semgrep ci') },
    },
    { path: '.github/workflows/ci.yml', code: workflow('npm test', 'kubectl apply -f k8s') },
    {
      path: '.github/workflows/ci.yml',
      code: workflow('gitleaks detect', 'semgrep ci', 'npm audit').replace('    environment: production\n', ''),
    },
  ],
  checks: {
    *repository(pipelines, { files }) {
      for (const dialect of ['gitlab', 'github'] as const) {
        // A workflow is a file; what another one checks is checked.
        yield* judge(
          pipelines.filter((one) => one.dialect === dialect && one.thin !== true && one.component !== true),
          files,
          dialect,
        );
      }
    },
  },
};

function* judge(
  pipelines: readonly Pipeline[],
  files: RepositoryFiles,
  dialect: Dialect,
): Generator<Issue | Undecided> {
  const holes = pipelines.flatMap((one) => one.holes);
  const present = new Set([
    ...pipelines.flatMap(findGates).flatMap(({ kinds }) => kinds),
    ...holes.flatMap((hole) => templateKinds(hole) ?? []),
  ]);
  const releases = pipelines.flatMap(findReleases);
  const [release] = releases.toSorted((a, b) => rank(a) - rank(b));
  // With few gates they are left to another pipeline or to the platform; nobody can tell from here.
  if (!release || [...present].filter(examines).length < 3) return;
  const unread =
    holes.some((hole) => templateKinds(hole) === undefined) ||
    pipelines.some(({ jobs }) => jobs.some(({ unresolved }) => unresolved));
  for (const kind of wanted(releases, files)) {
    if (present.has(kind)) continue;
    const isCore = kind === 'secrets' || kind === 'sast' || kind === 'sca' || kind === 'image';
    // A library that GitHub publishes is judged by what everybody needs.
    if (dialect === 'github' && !isCore && !/prod/i.test(release.name)) continue;
    if (unread) yield { undecided: `whether an include brings the ${gateTitles[kind]}`, at: release.at };
    else if (dialect === 'github' && byThePlatform.has(kind)) {
      yield { undecided: `whether the platform is set to do the ${gateTitles[kind]}`, at: release.at };
    } else {
      yield {
        at: release.at,
        message: `${release.name}: nothing before it is a ${gateTitles[kind]}`,
        subject: kind,
        ...(!isCore && { severity: 'low' as const }),
      };
    }
  }
}

/** What GitHub does by a setting, without a workflow. */
const byThePlatform: ReadonlySet<GateKind> = new Set(['secrets', 'sast', 'sca']);

/** Deployments first: they are what the gates are for. */
function rank({ kind, name }: Release): number {
  return (kind === 'deploy' ? 0 : 2) + (/prod/i.test(name) ? 0 : 1);
}

/** The gates that these releases have something for. */
function wanted(releases: readonly Release[], files: RepositoryFiles): readonly GateKind[] {
  const images = releases.some(({ what }) => what === 'image');
  const deploys = releases.some(({ kind, name }) => kind === 'deploy' && name.startsWith('environment '));
  const infrastructure =
    images ||
    [...files.paths()].some((path) => /\.tf$|(?:^|\/)(?:Dockerfile|Chart\.yaml|kustomization\.ya?ml)/.test(path));
  return [
    'secrets',
    'sast',
    'sca',
    'licenses',
    ...(infrastructure ? (['iac'] as const) : []),
    ...(images ? (['image'] as const) : []),
    ...(deploys ? (['dast'] as const) : []),
  ];
}
