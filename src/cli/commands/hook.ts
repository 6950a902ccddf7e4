import { execFileSync } from 'node:child_process';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicKeyOf } from '../../ledger/receipt.ts';
import { signingKey, signingKeyPath } from '../../ledger/signing-key.ts';
import { InputError } from '../../model/input-error.ts';
import type { Command, Invocation, Terminal } from '../command.ts';
import { chooseAction, refuseMore } from '../parse-invocation.ts';
import { findManager, installManaged, uninstallManaged } from '../hook/managed-hook.ts';
import { installNative, uninstallNative } from '../hook/native-hook.ts';

/** A hook that we write, and what it tells our program. */
interface OwnHook {
  readonly name: 'pre-commit' | 'commit-msg';
  readonly words: string;
}

function gateHook(receipts: boolean): OwnHook {
  return { name: 'pre-commit', words: receipts ? 'pre-commit --receipts' : 'pre-commit' };
}

/** Puts the receipt of the gate into the commit message. */
const receiptHook: OwnHook = { name: 'commit-msg', words: 'commit-msg' };

const actions = ['install', 'uninstall', 'run', 'key'] as const;

export const hookCommand: Command = {
  spec: {
    name: 'hook',
    summary: 'Run the pre-commit gate on every commit: install, uninstall, run, key.',
    usage: 'install|uninstall|run|key',
    subcommands: actions,
    details: `A hook that is there already keeps running, before ours. Where husky, lefthook or pre-commit own the hooks,
install adds an entry to their configuration instead; commit that file so that the whole team has the gate.
key prints the public key of your receipts, as an entry of receipts.signers in portcullis.yaml.`,
    options: [
      {
        name: 'manager',
        value: 'NAME',
        choices: ['auto', 'none', 'husky', 'lefthook', 'pre-commit'],
        summary: 'Who owns the hooks (default: auto, found by its configuration file).',
      },
      {
        name: 'receipts',
        summary: 'Also sign what the gate said into the commit message, for gate --require-receipts.',
      },
      { name: 'force', summary: 'Install even into a hooks directory that other repositories share (core.hooksPath).' },
    ],
    examples: [
      { command: 'portcullis hook install', note: 'Judge what is staged on every commit from now on.' },
      { command: 'portcullis hook run', note: 'Judge what is staged now, as the hook would.' },
      { command: 'portcullis hook uninstall', note: 'Leave the hooks as they were before.' },
    ],
  },
  async run(invocation, terminal) {
    const [word, ...more] = invocation.positionals;
    const action = chooseAction(hookCommand.spec, actions, word, 'what should be done with the hook?');
    refuseMore(hookCommand.spec, more);
    if (action === 'install') return install(invocation, terminal);
    if (action === 'uninstall') return uninstall(terminal);
    if (action === 'key') return showKey(terminal);
    const { runHook } = await import('../hook/run-hook.ts');
    return await runHook(terminal);
  },
};

function install(invocation: Invocation, terminal: Terminal): number {
  const place = findPlace(terminal);
  const wanted = invocation.value('manager') ?? 'auto';
  const manager = wanted === 'none' ? undefined : findManager(place.workTree);
  if (wanted !== 'none' && wanted !== 'auto' && manager?.id !== wanted) {
    throw new InputError(
      'no-manager',
      `there is no configuration of ${wanted} in ${place.workTree}`,
      'install without --manager',
    );
  }
  const receipts = invocation.flag('receipts');
  const hooks = receipts ? [gateHook(true), receiptHook] : [gateHook(false)];
  const program = programFor(place.workTree);
  if (manager) {
    installManaged(
      manager,
      hooks.map(({ name, words }) => ({ name, command: `node ${program} ${words}` })),
    );
    const where = relative(place.workTree, manager.place);
    terminal.stdout.write(`The gate is an entry of ${manager.id} now, in ${where}; commit that.\n`);
    return 0;
  }
  if (place.shared && !invocation.flag('force')) throw sharedHooks(place.hooks);
  for (const { name, words } of hooks) {
    const { path, chained } = installNative({ directory: place.hooks, name }, words, program, process.execPath);
    const before = chained ? ', after the hook that was there before' : '';
    terminal.stdout.write(`${name} runs Portcullis now${before}: ${path}\n`);
  }
  return 0;
}

function uninstall(terminal: Terminal): number {
  const place = findPlace(terminal);
  const manager = findManager(place.workTree);
  const fromManager = manager ? uninstallManaged(manager) : false;
  const names = [gateHook(false).name, receiptHook.name];
  const fromGit = names.map((name) => uninstallNative({ directory: place.hooks, name })).includes(true);
  const gone = fromManager || fromGit;
  terminal.stdout.write(
    gone ? 'The hook is gone; what was there before is back.\n' : 'There was no hook of Portcullis.\n',
  );
  return 0;
}

/** One line of YAML for the policy; the name is a suggestion. */
function showKey(terminal: Terminal): number {
  const name = JSON.stringify(terminal.env['USER'] ?? 'your name');
  const key = publicKeyOf(signingKey(signingKeyPath(terminal.env)));
  terminal.stdout.write(`- { name: ${name}, key: ${key} }\n`);
  return 0;
}

interface Place {
  readonly workTree: string;
  /** Where git looks for hooks, absolute. */
  readonly hooks: string;
  /** The hooks directory belongs to more than this repository. */
  readonly shared: boolean;
}

/** Asks git as it is configured, because `core.hooksPath` is what we want to know. */
function findPlace(terminal: Terminal): Place {
  const ask = (...args: string[]): string =>
    execFileSync('git', args, { cwd: terminal.cwd, env: terminal.env, encoding: 'utf8', stdio: 'pipe' }).replace(
      /\n$/,
      '',
    );
  try {
    const workTree = ask('rev-parse', '--show-toplevel');
    const common = resolve(terminal.cwd, ask('rev-parse', '--git-common-dir'));
    const hooks = resolve(terminal.cwd, ask('rev-parse', '--git-path', 'hooks'));
    return { workTree, hooks, shared: !isInside(hooks, workTree) && !isInside(hooks, common) };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
    throw new InputError('git', said.replace(/^fatal: /, ''), 'run this inside the work tree of a git repository');
  }
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

/** Relative where Portcullis is a dependency of the project, so that the hook works in every clone and worktree. */
function programFor(workTree: string): string {
  const program = fileURLToPath(new URL('./hook.cjs', import.meta.url));
  const installed = join(workTree, 'node_modules', 'portcullis');
  return isInside(program, installed) ? relative(workTree, program) : program;
}

function sharedHooks(directory: string): InputError {
  return new InputError(
    'shared-hooks',
    `git looks for hooks in ${directory}, which other repositories may share`,
    'give this repository its own (git config --local core.hooksPath .git/hooks), or say --force',
  );
}
