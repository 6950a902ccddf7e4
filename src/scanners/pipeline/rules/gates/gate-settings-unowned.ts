import { ownershipOf } from '../../codeowners/codeowners.ts';
import { startedPipelines } from '../../codeowners/deciding-files.ts';
import { findCodeowners } from '../../codeowners/find-codeowners.ts';
import { ownerLines } from '../../codeowners/owner-lines.ts';
import { findGates } from '../../gates/find-gates.ts';
import { examines } from '../../gates/gate-kind.ts';
import { settingsOf } from '../../gates/tool-settings.ts';
import type { PipelineRule } from '../../rule.ts';

const gitlab = (owners: string, files: Readonly<Record<string, string>>, command = 'gitleaks git') => ({
  path: '.gitlab-ci.yml',
  code: `scan:\n  script:\n    - ${command}\n`,
  beside: { CODEOWNERS: owners, ...files },
});
const github = (owners: string, step: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`,
  beside: { '.github/CODEOWNERS': owners, '.trivyignore': 'CVE-2025-1\n' },
});

export const gateSettingsUnowned: PipelineRule = {
  id: 'pipeline/gate-settings-unowned',
  title: 'Change can bring its own exceptions',
  severity: 'low',
  confidence: 'high',
  cwe: [693, 862],
  tags: ['CICD-SEC-1', 'CIS-1.1.7'],
  why: 'The rules of the gate, or what it ignores, lie in the repository: the change that it would stop can switch it off in the same merge request, and no owner has to look.',
  fix: 'Name owners for the file, or keep rules and exceptions where changes of the code do not reach them.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlab('/.gitlab-ci.yml @shop/ops\n', { '.gitleaksignore': 'a:1\n' }),
    gitlab('/ci/ @shop/ops\n', {}, 'semgrep scan --error --config ci-rules/rules.yml'),
    github('/.github/ @shop/ops\n', 'run: trivy fs --exit-code 1 .'),
    github(
      '/.github/ @shop/ops\n',
      'uses: checkmarx/kics-github-action@v2\n        with:\n          config_path: kics.config.json',
    ),
  ],
  good: [
    gitlab('* @shop/developers\n', { '.gitleaksignore': 'a:1\n' }),
    gitlab('/.gitlab-ci.yml @shop/ops\n', {}),
    gitlab('/.gitlab-ci.yml @shop/ops\n', {}, 'semgrep scan --error --config p/ci'),
    github('/.trivyignore @shop/ops\n', 'run: trivy fs --exit-code 1 .'),
    github('/.github/ @shop/ops\n', 'run: make'),
    { path: '.gitlab-ci.yml', code: 'scan:\n  script: [gitleaks git]\n', beside: { '.gitleaksignore': 'a:1\n' } },
  ],
  checks: {
    *repository(pipelines, { files }) {
      for (const dialect of ['gitlab', 'github'] as const) {
        const owners = findCodeowners(dialect, files);
        if (!owners) continue;
        const seen = new Set<string>();
        for (const gate of startedPipelines(dialect, pipelines).flatMap(findGates)) {
          if (!gate.kinds.some(examines)) continue;
          for (const path of settingsOf(gate, (file) => files.read(file) !== undefined)) {
            if (seen.has(path) || ownershipOf(path, owners).kind === 'owned') continue;
            seen.add(path);
            const fix = ownerLines([path], owners, dialect);
            yield {
              at: gate.at,
              message: `${path} decides what ${gate.name} lets pass, and its change waits for no owner`,
              subject: path,
              ...(fix && { fixes: [fix] }),
            };
          }
        }
      }
    },
  },
};
