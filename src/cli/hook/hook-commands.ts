import { spawnSync } from 'node:child_process';
import type { CommandRun } from '../../model/evidence.ts';
import type { Command } from '../../policy/policy.ts';
import { listStaged } from '../../targets/staged.ts';
import type { Terminal } from '../command.ts';
import { runProjectCommand, type CommandResult } from './project-commands.ts';
import { changedSinceStaged, stagedSnapshot } from './staged-snapshot.ts';

/**
 * Runs the project's linters and formatters on what is staged, and stages what those that may fix have fixed.
 * @returns one record for each command of the gate, for the judge
 */
export async function runHookCommands(
  commands: readonly Command[],
  root: string,
  terminal: Terminal,
): Promise<CommandRun[]> {
  const { files } = listStaged(root, terminal.env);
  const paths = files.map((file) => file.uri);
  const snapshot = await stagedSnapshot(root, paths, terminal);
  const runs: CommandRun[] = [];
  try {
    for (const command of commands) {
      const result = await runProjectCommand(command, paths, snapshot.directory, terminal.signal);
      if (!result) {
        runs.push({ name: command.name, exitCode: 0, reason: 'no staged file is for it' });
        continue;
      }
      if (result.exitCode !== 0) terminal.stderr.write(`${result.output.trimEnd()}\n`);
      const kept = command.fix && snapshot.inPlace ? await stageFixes(result, root, paths, terminal) : result;
      const { output: _, ...run } = kept;
      runs.push(run);
    }
  } finally {
    snapshot.dispose();
  }
  return runs;
}

/**
 * A commit of single paths or with -a uses an index of its own, which is thrown away: staging into it would leave the
 * real one behind. There the fix stays in the work tree and the commit stops.
 */
async function stageFixes(
  result: CommandResult,
  root: string,
  paths: readonly string[],
  terminal: Terminal,
): Promise<CommandResult> {
  const changed = await changedSinceStaged(root, terminal);
  const fixed = paths.filter((path) => changed.has(path));
  if (fixed.length === 0 || result.exitCode !== 0) return result;
  const index = terminal.env['GIT_INDEX_FILE'];
  if (index !== undefined && !/(^|[/\\])index$/.test(index)) {
    return { ...result, exitCode: 1, reason: `it changed ${fixed.join(', ')}; stage that and commit again` };
  }
  const add = spawnSync('git', ['add', '--pathspec-from-file=-', '--pathspec-file-nul'], {
    cwd: root,
    env: { ...terminal.env, GIT_LITERAL_PATHSPECS: '1' },
    input: fixed.join('\0'),
  });
  if (add.status !== 0)
    return { ...result, exitCode: 1, reason: `its changes could not be staged: ${add.stderr.toString('utf8').trim()}` };
  terminal.stderr.write(`portcullis: ${result.name} changed and staged ${fixed.join(', ')}\n`);
  return result;
}
