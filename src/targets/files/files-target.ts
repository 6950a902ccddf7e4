import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import type { Target } from '../../model/target.ts';
import { environmentFor, openRoot } from '../open-root.ts';
import { formatName } from '../file-name.ts';
import { FileListing, toBatches, unknownAt } from '../listing.ts';
import { originOf } from '../origin.ts';
import type { OpenTarget } from '../open-target.ts';

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
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) throw new InputError('no-such-file', `${given} does not exist`, `It was looked for in ${root}.`);
  if (stats.isDirectory()) {
    throw new InputError('not-a-file', `${given} is a directory`, 'Give it alone, as the directory to scan.');
  }
  const inside = relative(root, resolve(realpathSync(dirname(path)), path.slice(path.lastIndexOf(sep) + 1)));
  const isInside = inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
  if (!isInside && !isAbsolute(given)) {
    throw new InputError('outside-root', `${given} leads out of ${root}`, 'Give its absolute path if it is meant.');
  }
  const uri = (isInside ? inside : path).split(sep).join('/');
  if (stats.isFile()) listing.entries.push({ uri, size: stats.size, ref: formatName(uri) });
  else listing.unknowns.push(unknownAt(uri, 'unsupported', `it is ${kindOf(stats)}, not a regular file`));
}

function kindOf(stats: ReturnType<typeof lstatSync> & object): string {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isFIFO()) return 'a FIFO';
  return stats.isSocket() ? 'a socket' : 'a device';
}
