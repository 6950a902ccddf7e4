import { findGates } from '../../gates/find-gates.ts';
import { examines } from '../../gates/gate-kind.ts';
import { weaknessesOf } from '../../gates/weaknesses.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubAction } from '../pins/image-examples.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

const gitlabJob = (script: string, rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `scan:\n  script:\n    - ${script}\n${rest}`,
});

export const gateCannotFail: PipelineRule = {
  id: 'pipeline/gate-cannot-fail',
  title: 'Security gate that never closes',
  severity: 'high',
  confidence: 'high',
  cwe: [754, 693],
  tags: ['CICD-SEC-1', 'SSDF-PO.4', 'CIS-1.5.1'],
  why: 'The tool finds something, the job stays green or the pipeline goes on, and the release leaves with it.',
  fix: 'Let findings fail the job and let the job fail the pipeline; accept single findings in the tool, with a reason and an expiry.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabJob('gitleaks detect', '  allow_failure: true\n'),
    gitlabScript('trivy image --exit-code 0 app:1.2'),
    gitlabScript('semgrep ci || true'),
    gitlabScript('trivy fs .'),
    gitlabScript('set +e\nbandit -r src\necho done'),
    githubScript([], 'grype app:1.2 | tee report.txt'),
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm audit\n        continue-on-error: true\n',
    },
    githubScript([], 'npx checkov -d . --soft-fail'),
    githubAction('aquasecurity/trivy-action@0.30.0'),
    githubScript([], 'gitleaks detect && echo clean', 'make'),
  ],
  good: [
    gitlabJob('gitleaks detect', '  allow_failure: false\n'),
    gitlabScript('trivy image --exit-code 1 --severity CRITICAL app:1.2'),
    gitlabScript('gitleaks version || true'),
    gitlabScript('set -o pipefail\nsemgrep ci | tee report.txt'),
    githubScript([], 'semgrep ci', 'echo done'),
    githubScript([], 'bandit -r src || exit 1'),
    gitlabScript('trivy image --format json -o r.json app:1\ntrivy image --exit-code 1 app:1'),
    gitlabScript('trivy fs --format cyclonedx -o bom.json .'),
    gitlabScript('npm run audit'),
    githubAction('github/codeql-action/upload-sarif@v3', '      - uses: aquasecurity/trivy-action@0.30.0\n'),
  ],
  checks: {
    *pipeline(pipeline) {
      const gates = findGates(pipeline);
      for (const gate of gates) {
        if (!gate.kinds.some(examines)) continue;
        for (const { layer, at, reason, edit, cure = '' } of weaknessesOf(gate, gates)) {
          yield {
            at,
            message: `${gate.name}: ${reason}`,
            subject: `${gate.name} ${layer}`,
            ...(edit && { fixes: [{ description: cure, safe: true, edits: [edit] }] }),
          };
        }
      }
    },
  },
};
