import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

export const deprecatedCommand: PipelineRule = {
  id: 'pipeline/deprecated-command',
  title: 'Command that any printed line can give',
  severity: 'medium',
  confidence: 'high',
  cwe: [74, 477],
  tags: ['CICD-SEC-4', 'CICD-SEC-7'],
  why: 'The runner takes these from the log: whatever prints text of others, a test or a commit message, can set variables and paths of the job.',
  fix: 'Write to the files that `GITHUB_OUTPUT`, `GITHUB_STATE`, `GITHUB_ENV` and `GITHUB_PATH` name, and do not switch the old way on.',
  dialects: ['github'],
  bad: [
    workflow('push', '      - run: echo "::set-env name=A::b"\n'),
    workflow('push', '      - run: echo "::set-output name=a::b"\n'),
    workflow('push', '      - run: make\n', { top: 'env:\n  ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n' }),
  ],
  good: [
    workflow('push', '      - run: echo "a=b" >> "$GITHUB_OUTPUT"\n'),
    workflow('push', '      - run: echo "::add-mask::$X"\n'),
  ],
  checks: {
    *run({ script, variables }, job) {
      for (const match of script.text.matchAll(/::(?:set-env|add-path|set-output|save-state)(?= )/g)) {
        yield {
          at: script.range(match.index, match.index + match[0].length),
          message: `${match[0]} is taken from the log`,
          severity: /env|path/.test(match[0]) ? 'medium' : 'low',
        };
      }
      const allowed = [...job.variables, ...variables].find(
        ({ name, value }) => name === 'ACTIONS_ALLOW_UNSECURE_COMMANDS' && value?.text === 'true',
      );
      if (allowed)
        yield { at: allowed.at, message: 'commands in the log may set the environment again', severity: 'high' };
    },
  },
};
