import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import { everyDialect, type PipelineRule } from '../../rule.ts';

const fetchers: ReadonlySet<string> = new Set(['curl', 'wget', 'fetch', 'http', 'aria2c']);
const interpreters: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'dash',
  'zsh',
  'ksh',
  'python',
  'python3',
  'node',
  'perl',
  'ruby',
  'php',
  'source',
  '.',
  'eval',
]);

export const downloadExec: PipelineRule = {
  id: 'pipeline/download-exec',
  title: 'Script from the network is run as it comes',
  severity: 'high',
  confidence: 'high',
  cwe: [494, 829],
  tags: ['CICD-SEC-3', 'CICD-SEC-9'],
  why: 'Whoever controls the server, or the way to it, runs code in the job, with its secrets; nothing compares what arrives with what was reviewed.',
  fix: 'Fetch a fixed version into a file, compare its checksum with one that is in the repository, then run it; or use an image that has the tool.',
  dialects: everyDialect,
  bad: [
    { path: '.gitlab-ci.yml', code: 'job:\n  script:\n    - curl -fsSL https://example.org/install.sh | sh\n' },
    { path: '.gitlab-ci.yml', code: 'job:\n  script:\n    - bash <(wget -qO- https://example.org/i.sh)\n' },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    steps:\n      - run: sh -c "$(curl https://example.org/x)"\n',
    },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'job:\n  script:\n    - curl -fsSL https://example.org/data.json | jq .name\n' },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    steps:\n      - run: curl -o tool.tgz https://example.org/tool.tgz\n',
    },
  ],
  checks: {
    *command({ command, step }) {
      const reader = fetchers.has(command.name ?? '') ? interpreterOf(command) : undefined;
      if (reader === undefined) return;
      yield {
        at: step.script.range(command.start, command.end),
        message: `what ${command.name ?? 'it'} fetches is run by ${reader} unseen`,
      };
    },
  },
};

/** The interpreter that gets what a command prints: behind it in a pipe, or around its substitution. */
function interpreterOf(command: ShellCommand): string | undefined {
  for (const frame of command.frames) {
    if (frame.kind === 'pipe') {
      const readers = frame.members.slice(frame.index + 1).flat();
      const reader = readers.find(({ name }) => name !== undefined && interpreters.has(name));
      if (reader?.name !== undefined) return reader.name;
    } else if (frame.kind === 'substitution' && frame.assigned === undefined) {
      const owner = frame.owner()?.name;
      if (owner !== undefined && interpreters.has(owner)) return owner;
    }
  }
  return undefined;
}
