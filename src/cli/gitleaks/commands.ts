import type { Flag } from './flag.ts';

/** A command of gitleaks. */
export interface GitleaksCommand {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Not listed in the help. */
  readonly hidden: boolean;
  readonly summary: string;
  readonly details?: string;
  /** After the command's name in its usage line. */
  readonly usage: string;
  readonly flags: readonly Flag[];
  /** Subcommands that take no flags of their own. */
  readonly shells?: readonly string[];
}

const configUsage = `configuration file
in this order:
1. --config
2. GITLEAKS_CONFIG, the path of a file
3. GITLEAKS_CONFIG_TOML, the content of a file
4. .gitleaks.toml in the scanned directory
and otherwise the built-in rules`;

const text = (name: string, usage: string, extra: Partial<Flag> = {}): Flag => ({
  name,
  type: 'string',
  initial: '',
  usage,
  ...extra,
});
const bool = (name: string, usage: string, extra: Partial<Flag> = {}): Flag => ({
  name,
  type: 'bool',
  initial: 'false',
  bare: 'true',
  usage,
  ...extra,
});
const integer = (name: string, initial: number, usage: string): Flag => ({
  name,
  type: 'int',
  initial: String(initial),
  usage,
});

/** Flags that every command takes. */
export const globalFlags: readonly Flag[] = [
  text('baseline-path', 'earlier JSON report whose findings are not reported again', { short: 'b' }),
  text('config', configUsage, { short: 'c' }),
  text('diagnostics', 'accepted and ignored'),
  text('diagnostics-dir', 'accepted and ignored'),
  { name: 'enable-rule', type: 'strings', initial: '', usage: 'run only these rules' },
  integer('exit-code', 1, 'exit code when there are findings'),
  text('gitleaks-ignore-path', 'a .gitleaksignore file or the directory of one', { short: 'i', initial: '.' }),
  bool('ignore-gitleaks-allow', 'report lines with gitleaks:allow, too'),
  text('log-level', 'trace, debug, info, warn, error or fatal', { short: 'l', initial: 'info' }),
  integer('max-archive-depth', 0, 'how deep archives in archives are opened; 0 opens none'),
  integer('max-decode-depth', 5, 'how many times encoded text is decoded'),
  integer('max-target-megabytes', 0, 'leave out larger files; 0 leaves out none'),
  bool('no-banner', 'print no banner'),
  bool('no-color', 'print without colors'),
  { name: 'redact', type: 'uint', initial: '0', bare: '100', usage: 'hide this percentage of each secret' },
  text('report-format', 'json, csv, junit, sarif or template', { short: 'f' }),
  text('report-path', 'file of the report; - is standard output', { short: 'r' }),
  text('report-template', 'Go template of the report, with --report-format template'),
  integer('timeout', 0, 'stop after so many seconds; 0 never stops'),
  bool('verbose', 'print each finding', { short: 'v' }),
];

const platform = text('platform', 'make links for github, gitlab, azuredevops, gitea, bitbucket or none');
const logOpts = text('log-opts', 'options for git log');
const followSymlinks = bool('follow-symlinks', 'scan files that links lead to');
const source = text('source', 'what to scan', { short: 's', initial: '.' });
const staged = bool('staged', 'scan what is staged');

export const commands: readonly GitleaksCommand[] = [
  {
    name: 'completion',
    aliases: [],
    hidden: false,
    summary: 'print a completion script for a shell',
    usage: '',
    flags: [],
    shells: ['bash', 'fish', 'powershell', 'zsh'],
  },
  {
    name: 'detect',
    aliases: [],
    hidden: true,
    summary: 'find secrets in code',
    usage: ' [flags]',
    flags: [
      followSymlinks,
      logOpts,
      bool('no-git', 'scan the files of a directory, not the history'),
      bool('pipe', 'scan standard input'),
      platform,
      source,
    ],
  },
  {
    name: 'dir',
    aliases: ['file', 'directory'],
    hidden: false,
    summary: 'find secrets in directories or files',
    usage: ' [flags] [path]',
    flags: [followSymlinks],
  },
  {
    name: 'git',
    aliases: [],
    hidden: false,
    summary: 'find secrets in the history of a repository',
    usage: ' [flags] [repo]',
    flags: [logOpts, platform, bool('pre-commit', 'scan git diff'), staged],
  },
  {
    name: 'help',
    aliases: [],
    hidden: false,
    summary: 'print the help of a command',
    usage: ' [command] [flags]',
    flags: [],
  },
  {
    name: 'protect',
    aliases: [],
    hidden: true,
    summary: 'find secrets in uncommitted changes',
    usage: ' [flags]',
    flags: [logOpts, source, staged],
  },
  {
    name: 'stdin',
    aliases: [],
    hidden: false,
    summary: 'find secrets in standard input',
    usage: ' [flags]',
    flags: [],
  },
  { name: 'version', aliases: [], hidden: false, summary: 'print the version', usage: ' [flags]', flags: [] },
];
