import { listOf } from '../../../../lib/yaml/node.ts';
import type { Job } from '../../model/job.ts';
import type { PipelineRule } from '../../rule.ts';
import { addKeys } from './artifact-edit.ts';
import { pathsIn, sensitiveFile } from './kept-files.ts';

/** Reports that say where a project can be attacked, by the names that tools and people give them. */
const findings =
  /gitleaks|trufflehog|semgrep|trivy|grype|snyk|bandit|checkov|tfsec|kics|dependency-check|owasp|zap[-_.]|nuclei|sonar|codeql|brakeman|gosec|clair|anchore|njsscan|safety|(?:^|[-_/])(?:sast|dast|vuln\w*|security|secrets?|leaks?|audit|pentest)[-_.]|(?:sast|dast|vuln\w*|security|secrets?|leaks?|audit)[\w-]*\.(?:json|sarif|html|xml|txt|csv|pdf)$|\.sarif$/i;

const job = (artifacts: string) => ({
  path: '.gitlab-ci.yml',
  code: `scan:\n  script:\n    - semgrep ci --json --output semgrep.json\n  artifacts:\n${artifacts}`,
});

export const artifactPublic: PipelineRule = {
  id: 'pipeline/artifact-public',
  title: 'Findings of a security tool are kept for everybody',
  severity: 'medium',
  confidence: 'medium',
  cwe: [200, 538],
  tags: ['CICD-SEC-6', 'CIS-2.4.6'],
  why: 'The report tells where the project can be attacked. Without `access` everybody who sees the pipeline downloads it, without `expire_in` the latest is kept for ever.',
  fix: 'Set `access: developer` (or `none`) and `expire_in`.',
  dialects: ['gitlab'],
  bad: [
    job('    paths: [semgrep.json]\n    when: always\n'),
    job('    paths:\n      - reports/trivy-results.json\n    expire_in: 1 week\n'),
  ],
  good: [
    job('    paths: [semgrep.json]\n    access: developer\n    expire_in: 1 week\n'),
    job('    paths:\n      - dist/\n'),
    job('    public: false\n    expire_in: 30 days\n    paths:\n      - audit-report.json\n'),
  ],
  checks: {
    *job({ body }) {
      const artifacts = body.map('artifacts');
      const at = body.entry('artifacts')?.key.range;
      const told =
        artifacts && at
          ? pathsIn(artifacts.list('paths')).find(
              ({ path }) => findings.test(path) || sensitiveFile(path) !== undefined,
            )
          : undefined;
      if (!artifacts || !told) return;
      const open = isOpen(artifacts);
      const lasting = artifacts.get('expire_in') === undefined;
      if (!open && !lasting) return;
      const edit = addKeys(artifacts, [
        ...(open ? ['access: developer'] : []),
        ...(lasting ? ['expire_in: 1 week'] : []),
      ]);
      const said =
        open && lasting
          ? 'neither access nor expire_in limits it'
          : open
            ? 'no access limits who reads it'
            : 'no expire_in ends it';
      yield {
        at: told.at,
        subject: `${told.path} ${open ? 'access' : ''} ${lasting ? 'expire_in' : ''}`,
        message: `${told.path} is kept, and ${said}`,
        ...(!open && { severity: 'low' as const }),
        ...(edit && { fixes: [{ description: 'limit who reads it and for how long', safe: true, edits: [edit] }] }),
      };
    },
  },
};

function isOpen(artifacts: NonNullable<ReturnType<Job['body']['map']>>): boolean {
  const access = artifacts.text('access');
  if (access !== undefined) return access === 'all';
  const [shared] = listOf(artifacts.get('public'));
  return !(shared?.kind === 'scalar' && shared.value === false);
}
