import { PassThrough } from 'node:stream';
import { InputError } from '../../src/model/input-error.ts';
import type { Command } from '../../src/cli/command.ts';
import { parseInvocation } from '../../src/cli/parse-invocation.ts';

export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
}

/** Runs a command in this process; a mistake of the user gives code 2 and its text. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  cwd: string,
  now = new Date(),
): Promise<CommandRun> {
  const stdout = new PassThrough();
  const terminal = {
    stdout,
    stderr: new PassThrough(),
    stdin: new PassThrough(),
    env: {},
    cwd,
    signal: new AbortController().signal,
    now: () => now,
  };
  try {
    const code = await command.run(parseInvocation(command.spec, args), terminal);
    return { code, stdout: String(stdout.read() ?? '') };
  } catch (error) {
    if (error instanceof InputError) return { code: 2, stdout: `${error.message}\n${error.hint ?? ''}` };
    throw error;
  }
}
