import type { YamlEntry } from '../../../../lib/yaml/node.ts';
import { removeEntry } from '../../fix/edit-entry.ts';
import { findGates, type Gate } from '../../gates/find-gates.ts';
import { lostFailure } from '../../gates/lost-failure.ts';
import type { Job } from '../../model/job.ts';
import type { Issue, IssueFix, PipelineRule } from '../../rule.ts';
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
  ],
  good: [
    gitlabJob('gitleaks detect', '  allow_failure: false\n'),
    gitlabScript('trivy image --exit-code 1 --severity CRITICAL app:1.2'),
    gitlabScript('gitleaks version || true'),
    gitlabScript('set -o pipefail\nsemgrep ci | tee report.txt'),
    githubScript([], 'semgrep ci', 'echo done'),
    githubScript([], 'bandit -r src || exit 1'),
  ],
  checks: {
    *pipeline(pipeline) {
      for (const gate of findGates(pipeline)) {
        if (gate.kinds.every((kind) => kind === 'sbom' || kind === 'signature' || kind === 'verification')) continue;
        yield* judgeCommand(gate);
        yield* judgeStep(gate);
        yield* judgeJob(gate);
      }
    },
  },
};

function* judgeCommand({ run, name, at }: Gate): Generator<Issue> {
  if (!run) return;
  const { command, step, tool } = run;
  const toothless = tool.toothless?.(command);
  if (toothless) {
    const { reason, replace, after, text } = toothless;
    const word = replace ?? after;
    const edit = word &&
      text !== undefined && {
        at: step.script.range(word.start, word.end),
        text: replace ? text : `${word.text} ${text}`,
      };
    const fixes: readonly IssueFix[] = edit
      ? [
          {
            description: text === '' ? `remove ${word.text}` : `let it fail (${text ?? ''})`,
            safe: true,
            edits: [edit],
          },
        ]
      : [];
    yield {
      at: replace ? step.script.range(replace.start, replace.end) : at,
      message: `${name}: ${reason}`,
      subject: `${name} option`,
      fixes,
    };
  }
  const lost = lostFailure(command, step);
  if (!lost) return;
  const { cut, reason } = lost;
  const fixes: readonly IssueFix[] = cut
    ? [
        {
          description: 'let its failure count',
          safe: true,
          edits: [{ at: step.script.range(cut.start, cut.end), text: '' }],
        },
      ]
    : [];
  yield { at, message: `${name}: ${reason}`, subject: `${name} status`, fixes };
}

function* judgeStep({ step, name }: Gate): Generator<Issue> {
  const entry = step.body?.entry('continue-on-error');
  if (entry && isTrue(entry)) yield switchedOff(entry, `${name}: the job goes on after it fails`);
}

function* judgeJob({ job, name }: Gate): Generator<Issue> {
  const entry = job.body.entry('allow_failure') ?? job.body.entry('continue-on-error');
  if (entry && isTrue(entry)) yield switchedOff(entry, `${name}: the pipeline goes on after ${job.name} fails`);
  for (const rule of rulesOf(job)) {
    const allowed = rule.entry('allow_failure');
    if (allowed && isTrue(allowed))
      yield switchedOff(allowed, `${name}: by this rule the pipeline goes on after ${job.name} fails`);
  }
}

function rulesOf({ body }: Job) {
  return body.list('rules').flatMap((rule) => (rule.kind === 'map' ? [rule] : []));
}

function isTrue({ value }: YamlEntry): boolean {
  return value.kind === 'scalar' && value.value === true;
}

function switchedOff(entry: YamlEntry, message: string): Issue {
  const edit = removeEntry(entry);
  const { source, start } = entry.key.range;
  return {
    at: { source, start, end: entry.value.range.end },
    message,
    subject: 'allowed to fail',
    ...(edit && { fixes: [{ description: `remove ${entry.key.text}: true`, safe: true, edits: [edit] }] }),
  };
}
