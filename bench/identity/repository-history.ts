import { execFileSync } from 'node:child_process';
import { isOfInterest, type Snapshot } from './snapshot.ts';

/** The commits of a repository along first parents, oldest first; commits without a source file are left out. */
export function repositoryHistory(directory: string): Snapshot[] {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 1e9 });
  const commits = git('rev-list', '--first-parent', '--reverse', 'HEAD').trim().split('\n');
  const texts = new Map<string, string>();
  return commits
    .map((commit) => ({ label: commit.slice(0, 12), files: filesOf(commit) }))
    .filter(({ files }) => files.size > 0);

  function filesOf(commit: string): Map<string, string> {
    const files = new Map<string, string>();
    for (const line of git('ls-tree', '-r', '-l', '-z', commit).split('\0')) {
      const match = /^100\d+ blob (\w+) +(\d+)\t(.*)$/s.exec(line);
      const [, id, size, path] = match ?? [];
      if (id === undefined || path === undefined || !isOfInterest(path, Number(size))) continue;
      const text = texts.get(id) ?? git('cat-file', 'blob', id);
      texts.set(id, text);
      files.set(path, text);
    }
    return files;
  }
}
