import { isInputError } from '../model/input-error.ts';
import type { Terminal } from './command.ts';

const interrupted = 130;
const undecided = 2;

/** Says what went wrong: a user's mistake in one line with a hint, a bug with its stack. */
export function reportError(error: unknown, terminal: Terminal): number {
  if (terminal.signal.aborted) {
    terminal.stderr.write('portcullis: interrupted; nothing was decided\n');
    return interrupted;
  }
  if (isInputError(error)) {
    terminal.stderr.write(`portcullis: ${error.message}\n${error.hint === undefined ? '' : `  hint: ${error.hint}\n`}`);
    return undecided;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.stderr.write(`portcullis: this is a bug in Portcullis, please report it\n${text}\n`);
  return undecided;
}
