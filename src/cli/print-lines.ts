import type { Terminal } from './command.ts';

/** Prints lines to standard output and gives the exit code of a command that has done its work. */
export function printLines(lines: Iterable<string>, terminal: Terminal): number {
  for (const line of lines) terminal.stdout.write(`${line}\n`);
  return 0;
}
