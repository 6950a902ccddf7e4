import { expect, test } from 'vitest';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { CollectedFiles } from '../collected-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import { gatesRules } from '../rules/gates.ts';

/** The ids of the rules about gates that a definition breaks, of those that are asked for. */
function broken(path: string, code: string, beside: Readonly<Record<string, string>> = {}): readonly string[] {
  const files = new CollectedFiles();
  for (const [name, text] of Object.entries({ ...beside, [path]: code })) files.add(name, text);
  const rules = gatesRules.filter(({ id }) => conditions.has(id.replace('pipeline/', '')));
  const statements = runRules(rules, readPipelines(files), createAudit(files, new Date('2026-06-01')));
  const ids = [...statements].flatMap(({ rule, verdict }) => ('undecided' in verdict ? [] : [rule.id]));
  return [...new Set(ids.map((id) => id.replace('pipeline/', '')))].sort();
}

const conditions: ReadonlySet<string> = new Set([
  'gate-missing',
  'gate-scenario-gap',
  'gate-bypassable',
  'gate-after-publish',
  'scan-other-artifact',
  'shallow-history-scan',
  'gate-cannot-fail',
  'gate-settings-unowned',
]);

const sources = [
  'semgrep ci',
  'osv-scanner scan -L package-lock.json',
  'license_finder',
  'checkov -d infra',
  'zap-baseline.py -t https://example.org',
];
const scan = 'trivy image --exit-code 1 registry.example.org/app:1.2';
const push = 'docker push registry.example.org/app:1.2';

interface Changes {
  readonly secrets?: string;
  readonly scan?: string;
  readonly gateJob?: string;
  readonly scanBehind?: boolean;
}

/** Every gate, then the push of an image, then production. */
function gitlab({ secrets = 'gitleaks git', scan: looks = scan, gateJob = '', scanBehind = false }: Changes): string {
  const lines = (commands: readonly string[]) => commands.map((command) => `    - ${command}\n`).join('');
  const build = scanBehind ? [push, looks] : [looks, push];
  return (
    `stages: [test, build, deploy]\ngates:\n  stage: test\n${gateJob}  variables:\n    GIT_DEPTH: 0\n  script:\n${lines([secrets, ...sources])}` +
    `build:\n  stage: build\n  script:\n${lines(build)}` +
    'deploy:\n  stage: deploy\n  environment: production\n  script: [./deploy.sh]\n'
  );
}

function github({ secrets = 'gitleaks git', scan: looks = scan, gateJob = '', scanBehind = false }: Changes): string {
  const steps = (commands: readonly string[]) => commands.map((command) => `      - run: ${command}\n`).join('');
  const build = scanBehind ? [push, looks] : [looks, push];
  return (
    'on:\n  push:\n    branches: [main]\n  schedule: [{ cron: 0 4 * * * }]\njobs:\n' +
    `  gates:\n    runs-on: ubuntu-24.04\n${gateJob}    steps:\n      - uses: actions/checkout@v4\n        with: { fetch-depth: 0 }\n${steps([secrets, ...sources])}` +
    `  build:\n    needs: gates\n    runs-on: ubuntu-24.04\n    steps:\n${steps(build)}` +
    '  deploy:\n    if: always()\n    needs: [gates, build]\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n      - run: ./deploy.sh\n'
  );
}

test.each([
  ['all six hold', {}, {}, []],
  ['1 it is there', { secrets: 'make' }, { scan: 'make' }, ['gate-missing']],
  [
    '2 it runs',
    { gateJob: '  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n' },
    { gateJob: "    if: github.event_name == 'schedule'\n" },
    ['gate-scenario-gap'],
  ],
  [
    '2 nobody can leave it out',
    { gateJob: '  rules:\n    - if: $SKIP_GATES != "1"\n' },
    { gateJob: "    if: ${{ !contains(github.event.head_commit.message, 'no-gates') }}\n" },
    ['gate-bypassable'],
  ],
  ['3 it comes before', { scanBehind: true }, { scanBehind: true }, ['gate-after-publish']],
  [
    '4 it looks at the same thing',
    { scan: scan.replace('1.2', '1.1') },
    { scan: scan.replace('1.2', '1.1') },
    ['scan-other-artifact'],
  ],
  ['5 it can fail', { secrets: 'gitleaks git || true' }, { secrets: 'gitleaks git || true' }, ['gate-cannot-fail']],
] as const)('%s', (_, onGitlab, onGithub, expected) => {
  expect(broken('.gitlab-ci.yml', gitlab(onGitlab))).toEqual(expected);
  expect(broken('.github/workflows/ci.yml', github(onGithub))).toEqual(expected);
});

test('6 its exceptions have an owner', () => {
  const beside = { CODEOWNERS: '/ci/ @shop/ops\n', '.gitleaksignore': 'a:1\n' };
  expect(broken('.gitlab-ci.yml', gitlab({}), beside)).toEqual(['gate-settings-unowned']);
  expect(broken('.github/workflows/ci.yml', github({}), beside)).toEqual(['gate-settings-unowned']);
});
