import type { Terminal } from './command.ts';
import { runHook } from './hook/run-hook.ts';
import { openTerminal } from './open-terminal.ts';
import { reportError } from './report-error.ts';

/** Entry point of the hook: `hook.cjs pre-commit [--receipts]`, `hook.cjs commit-msg FILE`, or `portcullis hook run`. */
async function start(words: readonly string[], terminal: Terminal): Promise<number> {
  const [hook, argument] = words[0] === 'hook' ? words.slice(2) : words;
  if (hook === 'commit-msg' && argument !== undefined) {
    const { addReceipt } = await import('./hook/hook-receipt.ts');
    return addReceipt(argument, terminal);
  }
  return await runHook(terminal, words.includes('--receipts'));
}

// Whatever ends the process before there is a verdict leaves the gate shut.
process.exitCode = 2;

const terminal = openTerminal();

/** Without top-level await, which a CommonJS file can not have. */
async function finish(): Promise<void> {
  process.exitCode = await start(process.argv.slice(2), terminal).catch((error: unknown) =>
    reportError(error, terminal),
  );
}

void finish();
