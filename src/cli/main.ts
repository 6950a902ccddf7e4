import { InputError } from '../model/input-error.ts';
import { nearestWord } from '../lib/spelling/nearest-word.ts';
import type { Terminal } from './command.ts';
import { commands } from './commands/all.ts';
import { commandHelp, programHelp } from './help.ts';
import { parseInvocation } from './parse-invocation.ts';
import { version } from './version.ts';

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
  const close = nearestWord(
    name,
    commands.map((command) => command.name),
  );
  return new InputError(
    'unknown-command',
    `there is no command '${name}'`,
    close === undefined ? "see 'portcullis --help'" : `did you mean 'portcullis ${close}'?`,
  );
}
