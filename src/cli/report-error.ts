import { sanitize } from '../lib/terminal/sanitize.ts';
import { isInputError } from '../model/input-error.ts';
import type { Terminal } from './command.ts';

const interrupted = 130;
const undecided = 2;

/** Says what went wrong: a user's mistake or a refusal of the system in one line with a hint, a bug with its stack. */
export function reportError(error: unknown, terminal: Terminal): number {
  const say = (text: string): void => {
    // File names and what a policy says come from a repository that may be hostile to the terminal.
    for (const line of text.split('\n')) terminal.stderr.write(`${sanitize(line)}\n`);
  };
  if (terminal.signal.aborted) {
    say('portcullis: interrupted; nothing was decided');
    return interrupted;
  }
  if (isInputError(error)) {
    say(`portcullis: ${error.message}${error.hint === undefined ? '' : `\n  hint: ${error.hint}`}`);
    return undecided;
  }
  if (isOutside(error)) {
    say(
      `portcullis: ${error.message}\n  hint: nothing was decided; see that git and the files can be read, then run again`,
    );
    return undecided;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(`portcullis: this is a bug in Portcullis, please report it\n${text}`);
  return undecided;
}

/** An answer of the operating system or of git, which no change of this program would make better. */
function isOutside(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || error.name === 'GitError');
}
