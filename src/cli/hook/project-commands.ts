import { spawn } from 'node:child_process';
import { compilePathGlob } from '../../lib/glob/glob.ts';
import type { CommandRun } from '../../model/evidence.ts';
import type { Command } from '../../policy/policy.ts';

const mostOutput = 8_000;
/** Leaves room below the usual limit of 128 KiB for one argument list (execve(2)). */
const mostArgumentBytes = 100_000;

export interface CommandResult extends CommandRun {
  /** The end of what it printed. */
  readonly output: string;
}

/** Runs a command of the policy on those of the staged paths that it is for; undefined when none is. */
export async function runProjectCommand(
  command: Command,
  paths: readonly string[],
  directory: string,
  signal: AbortSignal,
): Promise<CommandResult | undefined> {
  const globs = command.files.map((pattern) => compilePathGlob(pattern));
  const mine = paths.filter((path) => globs.some((glob) => glob.matches(path)));
  if (mine.length === 0) return undefined;
  let output = '';
  for (const group of groups(mine)) {
    const result = await run(command, group, directory, signal);
    output = (output + result.output).slice(-mostOutput);
    if (result.exitCode !== 0) return { ...result, output };
  }
  return { name: command.name, exitCode: 0, output };
}

/** A shell line gets the paths as "$@", so that no name of a file is ever read as shell. */
async function run(
  command: Command,
  paths: readonly string[],
  directory: string,
  signal: AbortSignal,
): Promise<CommandResult> {
  const [program, ...args] =
    typeof command.run === 'string' ? ['sh', '-c', `${command.run} "$@"`, 'sh', ...paths] : [...command.run, ...paths];
  const timeout = AbortSignal.timeout(command.timeoutMillis);
  return await new Promise((resolve) => {
    const child = spawn(program ?? 'sh', args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-mostOutput);
    };
    const stop = (): void => {
      // The whole group: a package runner's child would go on otherwise.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const either = AbortSignal.any([signal, timeout]);
    either.addEventListener('abort', stop, { once: true });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ name: command.name, reason: error.message, output }));
    child.on('close', (code) => {
      either.removeEventListener('abort', stop);
      if (code !== null) resolve({ name: command.name, exitCode: code, output });
      else
        resolve({
          name: command.name,
          reason: timeout.aborted ? `took more than ${command.timeoutMillis} ms` : 'was stopped',
          output,
        });
    });
  });
}

function* groups(paths: readonly string[]): Generator<readonly string[]> {
  let group: string[] = [];
  let bytes = 0;
  for (const path of paths) {
    bytes += path.length + 1;
    if (bytes > mostArgumentBytes && group.length > 0) {
      yield group;
      group = [];
      bytes = path.length + 1;
    }
    group.push(path);
  }
  yield group;
}
