import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { gitEnvironment } from '../../lib/git/git-environment.ts';
import { runGit } from '../../lib/git/run-git.ts';
import type { Terminal } from '../command.ts';

/** Somewhere commands see the staged content and nothing else. */
export interface Snapshot {
  readonly directory: string;
  /** Whether that is the work tree itself, where a command's changes are kept. */
  readonly inPlace: boolean;
  dispose(): void;
}

/**
 * The work tree where the files are as staged; otherwise a copy of the index in a temporary directory, with links to
 * what is not tracked at the top (installed dependencies, virtual environments). Nothing is stashed: whoever stashes
 * can lose edits.
 */
export async function stagedSnapshot(root: string, paths: readonly string[], terminal: Terminal): Promise<Snapshot> {
  const changed = await changedSinceStaged(root, terminal);
  if (!paths.some((path) => changed.has(path))) return { directory: root, inPlace: true, dispose: () => undefined };
  const directory = mkdtempSync(join(tmpdir(), 'portcullis-staged-'));
  const place = { directory: root, env: gitEnvironment(terminal.env, terminal.cwd) };
  await runGit(place, ['checkout-index', '--all', `--prefix=${directory}${sep}`], { signal: terminal.signal });
  const copied = new Set(readdirSync(directory));
  for (const name of readdirSync(root)) {
    if (name !== '.git' && !copied.has(name)) symlinkSync(join(root, name), join(directory, name));
  }
  return { directory, inPlace: false, dispose: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Paths whose content in the work tree is not the staged one. */
export async function changedSinceStaged(root: string, terminal: Terminal): Promise<ReadonlySet<string>> {
  const place = { directory: root, env: gitEnvironment(terminal.env, terminal.cwd) };
  const listed = await runGit(place, ['diff-files', '--name-only', '-z'], { signal: terminal.signal });
  return new Set(
    listed
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== ''),
  );
}
