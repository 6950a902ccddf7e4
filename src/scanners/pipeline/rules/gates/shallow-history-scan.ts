import { findGates } from '../../gates/find-gates.ts';
import { addEntry } from '../../fix/edit-entry.ts';
import type { Job } from '../../model/job.ts';
import type { PipelineRule } from '../../rule.ts';

const gh = (checkout: string, command: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n${checkout}      - run: ${command}\n`,
});

export const shallowHistoryScan: PipelineRule = {
  id: 'pipeline/shallow-history-scan',
  title: 'Search of the history sees only its end',
  severity: 'medium',
  confidence: 'high',
  cwe: [778, 693],
  tags: ['CICD-SEC-10', 'CICD-SEC-6'],
  why: 'The runner clones the last commits only (GitLab 20, GitHub one), so that a secret in an older commit is never seen and the job is green.',
  fix: 'Clone everything for this job: `GIT_DEPTH: "0"` on GitLab, `fetch-depth: 0` on GitHub.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'scan:\n  script:\n    - gitleaks detect --source .\n' },
    { path: '.gitlab-ci.yml', code: 'variables:\n  GIT_DEPTH: "50"\nscan:\n  script:\n    - gitleaks git\n' },
    gh('', 'gitleaks detect'),
    gh('        with:\n          fetch-depth: 1\n', 'trufflehog git file://. --fail'),
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'scan:\n  variables:\n    GIT_DEPTH: 0\n  script:\n    - gitleaks detect --source .\n',
    },
    { path: '.gitlab-ci.yml', code: 'scan:\n  script:\n    - gitleaks dir .\n' },
    gh('        with:\n          fetch-depth: 0\n', 'gitleaks detect'),
    gh('', 'gitleaks detect --no-git'),
  ],
  checks: {
    *pipeline(pipeline) {
      for (const { run, job, at, name } of findGates(pipeline)) {
        if (
          !run ||
          !readsHistory(
            name,
            run.command.args.map(({ value = '' }) => value),
          )
        )
          continue;
        const depth =
          pipeline.dialect === 'gitlab'
            ? job.variables.findLast((one) => one.name === 'GIT_DEPTH')?.value?.text
            : checkoutDepth(job);
        if (depth === '0') continue;
        const edit =
          pipeline.dialect === 'gitlab' && job.body.get('variables') === undefined
            ? addEntry(job.body, 'variables:\n  GIT_DEPTH: "0"')
            : undefined;
        yield {
          at,
          message: `${name} sees ${depth === undefined ? 'only the last commits' : `only ${depth} commits`} of the history`,
          ...(edit && {
            fixes: [{ description: 'clone the whole history (GIT_DEPTH: "0")', safe: true, edits: [edit] }],
          }),
        };
      }
    },
  },
};

function readsHistory(tool: string, words: readonly string[]): boolean {
  if (tool === 'gitleaks')
    return (
      (words.includes('detect') || words.includes('git')) &&
      !words.some((word) => /^--(?:no-git|pipe|staged|pre-commit)/.test(word))
    );
  return tool === 'trufflehog' && words.includes('git') && !words.some((word) => /^https?:/.test(word));
}

function checkoutDepth({ steps }: Job): string | undefined {
  for (const step of steps) {
    if (step.kind === 'use' && step.uses.text.startsWith('actions/checkout@'))
      return step.inputs?.text('fetch-depth') ?? '1';
  }
  // Without a checkout there is no repository to look at, or one that somebody else made.
  return '0';
}
