import { InputError } from '../model/input-error.ts';
import { nearest } from '../lib/nearest.ts';
import type { Terminal } from './command.ts';
import { commands } from './commands/all.ts';
import { commandHelp, programHelp } from './help.ts';
import { parseInvocation } from './parse-invocation.ts';
import { version } from './version.ts';

const interrupted = 130;
const undecided = 2;

/** Runs one command line and gives its exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return await help(rest, terminal);
  const entry = commands.find((command) => command.name === name);
  if (!entry) throw unknownCommand(name);
  const command = await entry.load();
  if (command.raw) return await command.raw(rest, terminal);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.stdout.write(commandHelp(command.spec));
    return 0;
  }
  return await command.run(parseInvocation(command.spec, rest), terminal);
}

async function help(rest: readonly string[], terminal: Terminal): Promise<number> {
  const [topic] = rest;
  const entry = topic === undefined ? undefined : commands.find((command) => command.name === topic);
  if (topic !== undefined && !entry) throw unknownCommand(topic);
  terminal.stdout.write(entry ? commandHelp((await entry.load()).spec) : await programHelp(version));
  return 0;
}

function unknownCommand(name: string): InputError {
  const close = nearest(name, commands.map((command) => command.name));
  return new InputError(
    'unknown-command',
    `there is no command '${name}'`,
    close === undefined ? "see 'portcullis --help'" : `did you mean 'portcullis ${close}'?`,
  );
}

/** Says what went wrong: a user's mistake in one line with a hint, a bug with its stack. */
export function reportError(error: unknown, terminal: Terminal): number {
  if (terminal.signal.aborted) {
    terminal.stderr.write('portcullis: interrupted; nothing was decided\n');
    return interrupted;
  }
  if (error instanceof InputError) {
    terminal.stderr.write(`portcullis: ${error.message}\n${error.hint === undefined ? '' : `  hint: ${error.hint}\n`}`);
    return undecided;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.stderr.write(`portcullis: this is a bug in Portcullis, please report it\n${text}\n`);
  return undecided;
}
