import { findGates } from '../../gates/find-gates.ts';
import { gateTitles, type GateKind } from '../../gates/gate-kind.ts';
import { findReleases, type Release } from '../../gates/find-releases.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { PipelineRule } from '../../rule.ts';

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
    { path: '.gitlab-ci.yml', code: gates('gitleaks detect', 'semgrep ci') + deploy },
    { path: '.gitlab-ci.yml', code: gates('gitleaks detect', 'npm audit') + deploy },
    { path: '.github/workflows/ci.yml', code: workflow('gitleaks detect', 'npm audit', 'kubectl apply -f k8s') },
    { path: '.github/workflows/ci.yml', code: workflow('semgrep ci', 'npm audit', 'npm publish') },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: gates('gitleaks detect', 'semgrep ci') },
    { path: '.gitlab-ci.yml', code: gates('make test') + deploy },
    {
      path: '.gitlab-ci.yml',
      code: `include:\n  - template: Security/SAST.gitlab-ci.yml\n${gates('gitleaks detect', 'npm audit')}${deploy}`,
    },
    { path: '.github/workflows/ci.yml', code: workflow('npm test', 'kubectl apply -f k8s') },
    {
      path: '.github/workflows/ci.yml',
      code: workflow('gitleaks detect', 'semgrep ci', 'npm audit').replace('    environment: production\n', ''),
    },
  ],
  checks: {
    *pipeline(pipeline, audit) {
      // A pipeline without any gate leaves them to another one or to the platform; nobody can tell from here.
      const present = new Set(findGates(pipeline).flatMap(({ kinds }) => kinds));
      const [release] = findReleases(pipeline).toSorted((a, b) => rank(a) - rank(b));
      if (!release || present.size < 2) return;
      for (const kind of wanted(pipeline, audit.files)) {
        if (present.has(kind)) continue;
        if (pipeline.holes.length > 0 || pipeline.jobs.some(({ unresolved }) => unresolved)) {
          yield { undecided: `whether an include brings the ${gateTitles[kind]}`, at: release.at };
        } else {
          yield {
            at: release.at,
            message: `${release.name}: nothing before it is a ${gateTitles[kind]}`,
            subject: kind,
            ...(isExtra(kind) && { severity: 'low' as const }),
          };
        }
      }
    },
  },
};

/** Deployments first: they are what the gates are for. */
function rank({ kind, name }: Release): number {
  return (kind === 'deploy' ? 0 : 2) + (/prod/i.test(name) ? 0 : 1);
}

function isExtra(kind: GateKind): boolean {
  return kind === 'dast' || kind === 'sbom' || kind === 'signature' || kind === 'licenses' || kind === 'iac';
}

/** The gates that this pipeline has something for. */
function wanted(pipeline: Pipeline, files: RepositoryFiles): readonly GateKind[] {
  const releases = findReleases(pipeline);
  const images = releases.some(({ what }) => what === 'image');
  const deploys = releases.some(({ kind }) => kind === 'deploy');
  const infrastructure =
    images ||
    [...files.paths()].some((path) => /\.tf$|(?:^|\/)(?:Dockerfile|Chart\.yaml|kustomization\.ya?ml)/.test(path));
  return [
    'secrets',
    'sast',
    'sca',
    'licenses',
    ...(infrastructure ? (['iac'] as const) : []),
    ...(images ? (['image', 'sbom', 'signature'] as const) : []),
    ...(deploys ? (['dast'] as const) : []),
  ];
}
