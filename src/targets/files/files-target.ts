import { type Stats, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import type { Target } from '../../model/target.ts';
import { formatName } from '../file-name.ts';
import { isInside } from '../is-inside.ts';
import { FileListing, toBatches, unknownAt } from '../listing.ts';
import { environmentFor, openRoot } from '../open-root.ts';
import type { OpenTarget } from '../open-target.ts';
import { originOf } from '../origin.ts';

/** Files given by name: relative ones stay inside the root, absolute ones may lie anywhere. */
export async function openFiles(
  target: Extract<Target, { kind: 'files' }>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const root = openRoot(target.root);
  const listing = new FileListing(root);
  const given = new Map(target.paths.map((path) => [resolve(root, path), path]));
  for (const [path, asGiven] of given) addFile(root, path, asGiven, listing);
  listing.sort();
  return {
    description: target.paths.length === 1 ? `the file ${target.paths[0]}` : `${target.paths.length} files`,
    root,
    ...(await originOf({ directory: root, env: environmentFor(root, env) }, signal)),
    reader: { kind: 'files', root },
    async *list() {
      yield* toBatches(listing.entries, listing.unknowns);
    },
  };
}

function addFile(root: string, path: string, given: string, listing: FileListing): void {
  const stats = statLink(path);
  if (!stats) throw new InputError('no-such-file', `${given} does not exist`, `It was looked for in ${root}.`);
  if (stats.isDirectory()) {
    throw new InputError('not-a-file', `${given} is a directory`, 'Give it alone, as the directory to scan.');
  }
  const real = join(realpathSync(dirname(path)), basename(path));
  const isBelow = isInside(root, real);
  if (!isBelow && !isAbsolute(given)) {
    throw new InputError('outside-root', `${given} leads out of ${root}`, 'Give its absolute path if it is meant.');
  }
  const uri = (isBelow ? relative(root, real) : path).split(sep).join('/');
  if (stats.isFile()) listing.entries.push({ uri, size: stats.size, ref: formatName(uri) });
  else listing.unknowns.push(unknownAt(uri, 'unsupported', `it is ${kindOf(stats)}, not a regular file`));
}

/** Undefined when there is nothing, or a file where a directory is named. */
function statLink(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function kindOf(stats: Stats): string {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isFIFO()) return 'a FIFO';
  return stats.isSocket() ? 'a socket' : 'a device';
}
