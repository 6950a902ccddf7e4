import { parse } from 'unbash';
import { CommandReader } from './command-reader.ts';
import type { ShellCommand, ShellProgram } from './shell-command.ts';

/** Longer scripts are not read: nobody writes them by hand. */
const longest = 1_000_000;

/**
 * Reads a POSIX or bash script. Never throws: what can not be understood is a problem with its place, and the commands
 * that could be read are there.
 */
export function parseShell(text: string): ShellProgram {
  if (text.length > longest)
    return refuse(text, `${text.length} characters are more than the ${longest} that are read`);
  try {
    const script = parse(text);
    const commands = new CommandReader().read(script);
    const problems = (script.errors ?? []).map(({ message, pos }) => ({ message, offset: pos }));
    const ordered = commands.map((command) => within(command, text.length));
    return { text, commands: ordered.sort((a, b) => a.start - b.start || b.end - a.end), problems };
  } catch (error) {
    if (error instanceof RangeError) return refuse(text, 'commands are nested too deeply');
    throw error;
  }
}

/** After a syntax error the parser may place what it recovered behind the end. */
function within(command: ShellCommand, length: number): ShellCommand {
  if (command.end <= length) return command;
  return { ...command, start: Math.min(command.start, length), end: length };
}

function refuse(text: string, message: string): ShellProgram {
  return { text, commands: [], problems: [{ message, offset: 0 }] };
}
