import type { PipelineRule } from '../../rule.ts';

const gh = (rest: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${rest}    steps:\n      - run: make\n`,
});

export const timeoutMissing: PipelineRule = {
  id: 'pipeline/timeout-missing',
  title: 'Job may run for hours',
  severity: 'low',
  confidence: 'high',
  cwe: [400],
  tags: ['CICD-SEC-7'],
  why: 'A job that hangs, or that mines, runs for six hours before the platform stops it.',
  fix: 'Give it a limit: `timeout-minutes`.',
  dialects: ['github'],
  pedantic: true,
  bad: [gh(''), gh('    env: { A: b }\n')],
  good: [
    gh('    timeout-minutes: 10\n'),
    { path: '.github/workflows/a.yml', code: 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n' },
    {
      path: 'action.yml',
      code: 'name: a\ndescription: makes\nruns:\n  using: composite\n  steps:\n    - run: make\n      shell: bash\n',
    },
  ],
  checks: {
    *job({ name, at, body }, { action }) {
      if (!action && body.get('steps') && body.get('timeout-minutes') === undefined)
        yield { at, message: `${name} has no time limit` };
    },
  },
};
