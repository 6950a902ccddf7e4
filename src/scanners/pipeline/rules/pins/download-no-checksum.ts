import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { hasOption, optionValue } from './arguments.ts';

const checkers: ReadonlySet<string> = new Set([
  'sha256sum',
  'sha512sum',
  'sha1sum',
  'shasum',
  'md5sum',
  'gpg',
  'gpgv',
  'cosign',
  'minisign',
  'openssl',
  'slsa-verifier',
  'b2sum',
  'rhash',
]);
const users: ReadonlySet<string> = new Set([
  'chmod',
  'tar',
  'unzip',
  'install',
  'dpkg',
  'rpm',
  'sh',
  'bash',
  'python',
  'python3',
  'mv',
  'cp',
  'gunzip',
  'xz',
  'node',
  'java',
  'pip',
  'apt',
  'apt-get',
  'yum',
  'dnf',
  'apk',
]);

export const downloadNoChecksum: PipelineRule = {
  id: 'pipeline/download-no-checksum',
  title: 'Downloaded program is used without a check',
  severity: 'high',
  confidence: 'medium',
  cwe: [494],
  tags: ['CICD-SEC-3', 'CICD-SEC-9'],
  why: 'A replaced file on the server, or a moved release, runs in the job and nothing notices.',
  fix: 'Compare it with a checksum that is in the repository (`echo "<sha256>  file" | sha256sum -c`), or verify its signature.',
  dialects: everyDialect,
  bad: [
    gitlabScript('curl -fsSLo /usr/local/bin/tool https://example.com/tool', 'chmod +x /usr/local/bin/tool'),
    gitlabScript('wget https://example.com/v1/cli.tar.gz', 'tar xzf cli.tar.gz'),
    githubScript([], 'curl -fsSL https://example.com/cli.tgz | tar xz'),
    githubScript([], 'wget -O setup.deb https://example.com/setup.deb', 'sudo dpkg -i setup.deb'),
  ],
  good: [
    gitlabScript('curl -fsSLo tool https://example.com/tool', 'echo "abc  tool" | sha256sum -c', 'chmod +x tool'),
    gitlabScript('curl -fsSLo data.json https://example.com/data.json', 'jq . data.json'),
    githubScript(
      [],
      'wget https://example.com/cli.tgz',
      'cosign verify-blob --key k.pub --signature cli.sig cli.tgz',
      'tar xzf cli.tgz',
    ),
    githubScript([], 'curl -fsS https://example.com/health'),
  ],
  checks: {
    *run({ script, shell }) {
      if (shell !== 'sh' && shell !== 'bash' && shell !== 'unknown') return;
      const { commands } = script.program;
      if (commands.some(({ name }) => checkers.has(name ?? ''))) return;
      for (const [index, command] of commands.entries()) {
        const file = isRemote(command) ? target(command) : undefined;
        const user = file === undefined ? undefined : commands.slice(index + 1).find((one) => uses(one, file));
        const unpacker = isRemote(command) ? unpackerBehind(command) : undefined;
        const name = user?.name ?? unpacker;
        if (name === undefined) continue;
        yield {
          at: script.range(command.start, command.end),
          message: `what is fetched goes to ${name} without a check of its content`,
        };
      }
    },
  },
};

function isRemote({ name, args }: ShellCommand): boolean {
  if (name !== 'curl' && name !== 'wget') return false;
  return (
    args.some(({ prefix }) => /^https?:\/\/(?!localhost|127\.|\w+[:/])/.test(prefix)) ||
    args.some(({ text }) => /^["']?\$\{?\w*URL/.test(text))
  );
}

/** The name that the file gets: undefined when it goes to a pipe. */
function target(command: ShellCommand): string | undefined {
  const named =
    command.name === 'curl'
      ? (optionValue(command, '-o', '--output') ?? shortValue(command, 'o'))
      : (optionValue(command, '-O', '--output-document') ?? shortValue(command, 'O'));
  if (named !== undefined) return named;
  const redirected = command.redirects.find(({ operator }) => operator === '>')?.target?.value;
  if (redirected !== undefined) return redirected;
  if (command.name === 'curl' && !hasOption(command, '-O', '--remote-name')) return undefined;
  const url = command.args.find(({ prefix }) => prefix.startsWith('http'))?.text ?? '';
  return url
    .replace(/["']/g, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1);
}

/** `-fsSLo FILE`: the last of joined letters takes the value. */
function shortValue({ args }: ShellCommand, letter: string): string | undefined {
  const at = args.findIndex(({ value }) => value !== undefined && /^-[A-Za-z]+$/.test(value) && value.endsWith(letter));
  return at === -1 ? undefined : args[at + 1]?.value;
}

function uses({ name, nameWord, args }: ShellCommand, file: string): boolean {
  const base = file.slice(file.lastIndexOf('/') + 1);
  if (nameWord?.value === file || nameWord?.value === `./${file}`) return true;
  return users.has(name ?? '') && args.some(({ text }) => base !== '' && text.replace(/["']/g, '').endsWith(base));
}

function unpackerBehind({ frames }: ShellCommand): string | undefined {
  const frame = frames.find((one) => one.kind === 'pipe');
  const next =
    frame?.kind === 'pipe'
      ? frame.members
          .slice(frame.index + 1)
          .flat()
          .find(({ name }) => name === 'tar' || name === 'dpkg' || name === 'cpio')
      : undefined;
  return next?.name;
}
