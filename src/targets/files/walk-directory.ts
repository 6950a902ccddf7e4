import { type Dirent, readdirSync } from 'node:fs';
import { type FileName, joinName, showName, toFileName } from '../file-name.ts';
import type { FileListing } from '../listing.ts';
import { type IgnoreRules, isIgnored, readIgnoreRules } from './ignore-rules.ts';

/**
 * Walks a directory that is not under git: obeys `.gitignore` files, never follows links, leaves out `.git`.
 * Gives the repositories it meets instead of walking into them.
 * @param start below `root`, '' for all of it
 */
export function walkDirectory(root: string, start: FileName, listing: FileListing, signal: AbortSignal): FileName[] {
  const repositories: FileName[] = [];
  const waiting: { directory: FileName; above: IgnoreRules | undefined }[] = [{ directory: start, above: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    signal.throwIfAborted();
    const { directory, above } = next;
    const children = readDirectory(root, directory, listing);
    if (directory !== start && children.some((child) => child.name === '.git')) {
      repositories.push(directory);
      continue;
    }
    const rules = rulesOf(root, directory, children, above, listing);
    for (const child of children) {
      if (child.name === '.git') continue;
      const name = joinName(directory, child.name);
      const shown = showName(name);
      if (child.isDirectory && !isIgnored(rules, `${shown}/`)) waiting.push({ directory: name, above: rules });
      if (child.isFile && !isIgnored(rules, shown)) listing.add(name);
    }
  }
  return repositories;
}

function rulesOf(
  root: string,
  directory: FileName,
  children: readonly Child[],
  above: IgnoreRules | undefined,
  listing: FileListing,
): IgnoreRules | undefined {
  if (!children.some((child) => child.name === '.gitignore' && child.isFile)) return above;
  const file = joinName(directory, '.gitignore');
  try {
    return readIgnoreRules(joinName(root, file), showName(directory), above);
  } catch (error) {
    listing.miss(file, error);
    return above;
  }
}

interface Child {
  readonly name: FileName;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}

function readDirectory(root: string, directory: FileName, listing: FileListing): Child[] {
  const path = directory === '' ? root : joinName(root, directory);
  try {
    const children = readdirSync(path, { withFileTypes: true });
    if (!children.some((child) => child.name.includes('\uFFFD')))
      return children.map((child) => describe(child.name, child));
    return readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map((child) =>
      describe(toFileName(child.name), child),
    );
  } catch (error) {
    listing.miss(directory, error);
    return [];
  }
}

function describe(name: FileName, child: Pick<Dirent, 'isFile' | 'isDirectory'>): Child {
  return { name, isFile: child.isFile(), isDirectory: child.isDirectory() };
}
