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
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: sh -c "$(curl https://example.org/x)"\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'job:\n  script:\n    - curl -fsSLo get.sh https://example.org/get.sh\n    - bash get.sh --yes\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - shell: pwsh\n        run: iwr https://example.org/i.ps1 | iex\n',
    },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'job:\n  script:\n    - curl -fsSLo get.sh https://example.org/get.sh\n    - echo "abc  get.sh" | sha256sum -c\n    - bash get.sh\n',
    },

    { path: '.gitlab-ci.yml', code: 'job:\n  script:\n    - curl -fsSL https://example.org/data.json | jq .name\n' },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: curl -o tool.tgz https://example.org/tool.tgz\n',
    },
  ],
  checks: {
    *run({ script, shell }) {
      if (shell === 'pwsh' || shell === 'unknown' || shell === 'other') {
        for (const match of script.text.matchAll(invokeExpression)) {
          const at = script.range(match.index, match.index + match[0].length);
          yield { at, message: 'what is fetched is run by Invoke-Expression unseen' };
        }
      }
      if (shell === 'pwsh' || shell === 'cmd' || shell === 'python') return;
      const { commands } = script.program;
      for (const [index, command] of commands.entries()) {
        const at = script.range(command.start, command.end);
        const reader = fetchers.has(command.name ?? '') ? interpreterOf(command) : undefined;
        if (reader !== undefined)
          yield { at, message: `what ${command.name ?? 'it'} fetches is run by ${reader} unseen` };
        const runner = reader === undefined ? runLater(command, commands.slice(index + 1)) : undefined;
        if (runner !== undefined)
          yield { at, message: `what ${command.name ?? 'it'} fetches is run by ${runner} unseen` };
      }
    },
  },
};

const invokeExpression =
  /(?:iex|Invoke-Expression)\b[^\n|;]{0,80}(?:DownloadString|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)[^\n;]*|(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b[^\n;]{0,300}\|\s*(?:iex|Invoke-Expression)\b/gi;

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'zsh', 'ksh', 'source', '.', 'python', 'python3']);
const checkers = /^(?:sha\d+sum|shasum|b2sum|gpgv?|cosign|minisign|openssl|diff|cmp)$/;

/** A script that is saved first and given to a shell afterwards, with nothing that looks at it in between. */
function runLater(command: ShellCommand, later: readonly ShellCommand[]): string | undefined {
  const file = savedAs(command);
  if (file === undefined) return undefined;
  for (const { name = '', args } of later) {
    if (checkers.test(name)) return undefined;
    const first = args.find(({ text }) => !text.startsWith('-'))?.value?.replace(/^\.\//, '');
    if (shells.has(name) && first === file) return name;
  }
  return undefined;
}

function savedAs({ name, args, redirects }: ShellCommand): string | undefined {
  if (name !== 'curl' && name !== 'wget') return undefined;
  const url = args.find(({ prefix }) => /^https?:/.test(prefix))?.value;
  if (url === undefined) return undefined;
  const option = name === 'curl' ? /^(?:--output|-[A-Za-z]*o)$/ : /^(?:--output-document|-[A-Za-z]*O)$/;
  const at = args.findIndex(({ value }) => option.test(value ?? ''));
  const named = at === -1 ? redirects.find(({ operator }) => operator === '>')?.target?.value : args[at + 1]?.value;
  const remote = name === 'wget' || args.some(({ value }) => /^(?:--remote-name|-[A-Za-z]*O)$/.test(value ?? ''));
  const file =
    named ??
    (remote
      ? url
          .replace(/[?#].*$/, '')
          .split('/')
          .at(-1)
      : undefined);
  return file?.replace(/^\.\//, '');
}

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
