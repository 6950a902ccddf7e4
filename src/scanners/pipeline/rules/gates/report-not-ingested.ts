import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import { addAfter } from '../../fix/edit-entry.ts';
import { findGates } from '../../gates/find-gates.ts';
import { gitlabFormat } from '../../gates/report-formats.ts';
import type { PipelineRule } from '../../rule.ts';
import { optionValue } from '../pins/arguments.ts';

const job = (script: string, artifacts: string) => ({
  path: '.gitlab-ci.yml',
  code: `scan:\n  script:\n    - ${script}\n  artifacts:\n${artifacts}`,
});

export const reportNotIngested: PipelineRule = {
  id: 'pipeline/report-not-ingested',
  title: 'Report that nobody reads',
  severity: 'low',
  confidence: 'high',
  cwe: [778],
  tags: ['CICD-SEC-10'],
  why: 'A file among the artifacts is shown to nobody: not in the merge request, not in a list of vulnerabilities, and it is gone after its expiry.',
  fix: 'Write the format that the platform reads and name the file under `artifacts:reports` (sast, secret_detection, dependency_scanning, container_scanning, dast, codequality).',
  dialects: ['gitlab'],
  bad: [
    job('gitleaks detect --report-path leaks.json', '    paths: [leaks.json]\n'),
    job('trivy image --exit-code 1 --format json --output t.json app:1', '    paths:\n      - t.json\n'),
  ],
  good: [
    job('gitleaks detect --report-path leaks.json', '    reports:\n      secret_detection: leaks.json\n'),
    job('semgrep ci', '    paths: [coverage/]\n'),
  ],
  checks: {
    *pipeline(pipeline) {
      for (const { run, job: one, name } of findGates(pipeline)) {
        const file = run && reportFile(run.command);
        const artifacts = one.body.map('artifacts');
        if (!run || file === undefined || !artifacts) continue;
        const reports = artifacts.map('reports')?.entries ?? [];
        const kept = artifacts
          .list('paths')
          .find((item) => item.kind === 'scalar' && item.text.replace(/^\.\//, '') === file.replace(/^\.\//, ''));
        const read = reports.some(({ value }) =>
          value.range.source.text.slice(value.range.start, value.range.end).includes(file),
        );
        if (!kept || read) continue;
        const format = gitlabFormat(name, run.command);
        const paths = artifacts.entry('paths');
        const listed =
          format && paths && !artifacts.get('reports')
            ? addAfter(paths, `reports:\n  ${format.report}: ${file}`)
            : undefined;
        yield {
          at: kept.range,
          message: `${file} of ${name} is kept as a file, not read as a report`,
          ...(format &&
            listed && {
              fixes: [
                {
                  description: `write GitLab's format and name it under reports:${format.report}`,
                  safe: false,
                  edits: [
                    { at: run.step.script.range(format.replace.start, format.replace.end), text: format.text },
                    listed,
                  ],
                },
              ],
            }),
        };
      }
    },
  },
};

function reportFile(command: ShellCommand): string | undefined {
  return optionValue(command, '--report-path', '-r', '--output', '-o', '--out', '--output-file', '--json-output');
}
