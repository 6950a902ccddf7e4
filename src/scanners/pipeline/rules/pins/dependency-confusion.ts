import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { hasOption } from './arguments.ts';

export const dependencyConfusion: PipelineRule = {
  id: 'pipeline/dependency-confusion',
  title: 'A public package can take the place of a private one',
  severity: 'high',
  confidence: 'high',
  cwe: [427],
  tags: ['CICD-SEC-3'],
  why: 'With two indexes the installer takes the higher version, wherever it comes from: whoever publishes the private name with a high version in the public index runs code in the job.',
  fix: 'Use one index that serves both and never lets public names shadow private ones (`--index-url`), or reserve names and scopes; keep checks of Go modules on.',
  dialects: everyDialect,
  bad: [
    gitlabScript('pip install --extra-index-url https://pypi.example.com/simple our-lib==1.2'),
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  PIP_EXTRA_INDEX_URL: https://pypi.example.com/simple\njob:\n  script: [pip install -r requirements.txt]\n',
    },
    githubScript(['GONOSUMDB: "*"'], 'go build ./...'),
    githubScript([], 'export GOFLAGS=-insecure GONOSUMCHECK=1 GOSUMDB=off', 'go build ./...'),
  ],
  good: [
    gitlabScript('pip install --index-url https://pypi.example.com/simple our-lib==1.2'),
    gitlabScript('go env -w GOPRIVATE=git.example.com'),
    githubScript(['PIP_INDEX_URL: https://pypi.example.com/simple'], 'pip install -r requirements.txt'),
    githubScript([], 'npm ci'),
  ],
  checks: {
    variable: ({ name, value, at }) => judgeVariable(name, value?.text, at),
    *command({ command, step }) {
      if (/^(?:pip3?|uv|pipx|poetry)$/.test(command.name ?? '') && hasOption(command, '--extra-index-url')) {
        const at = step.script.range(command.start, command.end);
        yield { at, message: `${command.name ?? ''} looks in two indexes and takes the higher version` };
      }
      for (const { name, value } of command.assignments) {
        yield* judgeVariable(name, value?.value, step.script.range(command.start, command.end));
      }
    },
  },
};

function judgeVariable<T>(
  name: string,
  value: string | undefined,
  at: T,
): readonly { readonly at: T; readonly message: string; readonly subject: string }[] {
  if (value === undefined || value === '') return [];
  if (name === 'PIP_EXTRA_INDEX_URL' || name === 'UV_EXTRA_INDEX_URL')
    return [{ at, message: `${name}: two indexes, the higher version wins`, subject: name }];
  if ((name === 'GONOSUMDB' || name === 'GOPRIVATE') && /^\*?$/.test(value))
    return [{ at, message: `${name}=* takes every Go module unchecked`, subject: name }];
  if (name === 'GOSUMDB' && value === 'off')
    return [{ at, message: 'GOSUMDB=off takes Go modules unchecked', subject: name }];
  return [];
}
