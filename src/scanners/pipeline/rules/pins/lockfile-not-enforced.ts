import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import type { Example } from '../../../../model/rule.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { hasOption, operands } from './arguments.ts';

interface Loose {
  readonly message: string;
  /** The word to replace and by what, where that is all. */
  readonly replace?: readonly [string, string];
  readonly append?: string;
}

const locked = (name: string, example: Example): Example => ({ ...example, beside: { [name]: '{}' } });

export const lockfileNotEnforced: PipelineRule = {
  id: 'pipeline/lockfile-not-enforced',
  title: 'Dependencies may differ from the lock file',
  severity: 'medium',
  confidence: 'high',
  cwe: [829],
  tags: ['CICD-SEC-3', 'SLSA-L2', 'SSDF-PW.4'],
  why: 'The job takes the newest version that fits, so that a bad release is in the build minutes after it is published, and no two builds are the same.',
  fix: 'Install exactly what the lock file says and fail when it is out of date: npm ci, yarn --immutable, pip --require-hashes, bundle with frozen, cargo --locked.',
  dialects: everyDialect,
  bad: [
    locked('package-lock.json', gitlabScript('npm install')),
    locked('yarn.lock', gitlabScript('yarn install --production')),
    locked('composer.lock', gitlabScript('composer update --no-dev')),
    githubScript([], 'npm i --no-audit', 'cd sub', 'npm ci'),
    githubScript([], 'poetry lock && poetry install'),
  ],
  good: [
    gitlabScript('npm ci'),
    gitlabScript('npm install'),
    gitlabScript('npm install -g npm@10.8.2'),
    gitlabScript('yarn install --immutable'),
    githubScript([], 'pnpm install --frozen-lockfile'),
    githubScript([], 'composer install --no-dev'),
  ],
  checks: {
    *command({ command, step, pipeline }, { files }) {
      const loose = judge(command);
      if (!loose || !hasLock(command.name ?? '', pipeline, files)) return;
      const at = step.script.range(command.start, command.end);
      const [from = '', to = ''] = loose.replace ?? [];
      const word = command.args.find(({ value }) => value === from);
      const last = command.args.at(-1) ?? command.nameWord;
      const edit = word
        ? { at: step.script.range(word.start, word.end), text: to }
        : loose.append !== undefined && last
          ? { at: step.script.range(last.start, last.end), text: `${last.text} ${loose.append}` }
          : undefined;
      yield {
        at,
        message: loose.message,
        ...(edit && {
          fixes: [{ description: `install what the lock file says (${edit.text})`, safe: true, edits: [edit] }],
        }),
      };
    },
  },
};

/** A lock file, or something in the definition that works with one only. */
const locks: ReadonlyMap<string, RegExp> = new Map([
  ['npm', /package-lock\.json|npm-shrinkwrap\.json|\bnpm ci\b|cache: *["']?npm\b/],
  ['yarn', /yarn\.lock|--(?:frozen-lockfile|immutable)\b|cache: *["']?yarn\b/],
  ['pnpm', /./],
  ['composer', /composer\.lock/],
  ['poetry', /poetry\.lock|poetry/],
  ['bundle', /Gemfile\.lock|bundle/],
  ['cargo', /Cargo\.lock|--locked\b/],
]);

/** Libraries often have none on purpose, and `npm ci` would fail there. */
function hasLock(program: string, { source }: Pipeline, files: RepositoryFiles): boolean {
  const lock = locks.get(program);
  return lock !== undefined && (lock.test(source.text) || [...files.paths()].some((path) => lock.test(path)));
}

function judge(command: ShellCommand): Loose | undefined {
  const [verb, ...rest] = operands(
    command,
    new Set(['--prefix', '-C', '--cwd', '--dir', '--registry', '--omit', '--loglevel']),
  );
  switch (command.name) {
    case 'npm':
      if (!/^(?:install|i|isntall|add)$/.test(verb ?? '') || rest.length > 0 || hasOption(command, '-g', '--global'))
        return undefined;
      return hasExpansion(command)
        ? undefined
        : { message: 'npm install changes the lock file instead of obeying it', replace: [verb ?? '', 'ci'] };
    case 'yarn':
      if (
        (verb !== undefined && verb !== 'install') ||
        hasOption(command, '--frozen-lockfile', '--immutable', '--version', '--pure-lockfile') ||
        hasExpansion(command)
      )
        return undefined;
      return { message: 'yarn install may resolve anew', append: '--immutable' };
    case 'pnpm':
      return hasOption(command, '--no-frozen-lockfile') ? { message: 'pnpm is told to resolve anew' } : undefined;
    case 'composer':
      return verb === 'update'
        ? { message: 'composer update resolves anew', replace: ['update', 'install'] }
        : undefined;
    case 'poetry':
      return verb === 'lock' || verb === 'update' ? { message: `poetry ${verb} resolves anew` } : undefined;
    case 'bundle':
      return verb === 'update' ? { message: 'bundle update resolves anew' } : undefined;
    case 'cargo':
      return verb === 'update' ? { message: 'cargo update resolves anew' } : undefined;
    default:
      return undefined;
  }
}

function hasExpansion({ args }: ShellCommand): boolean {
  return args.some(({ expansions }) => expansions.length > 0);
}
