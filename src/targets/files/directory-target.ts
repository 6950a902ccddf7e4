import type { Target } from '../../model/target.ts';
import { asInputError } from '../git-input-error.ts';
import { FileListing, toBatches } from '../listing.ts';
import { environmentFor, openRoot } from '../open-root.ts';
import type { OpenTarget } from '../open-target.ts';
import { originOf } from '../origin.ts';
import { listWorkTree } from './list-work-tree.ts';

/** The files of a directory; `root` itself may be reached through a link, nothing below it is. */
export async function openDirectory(
  target: Extract<Target, { kind: 'directory' }>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const root = openRoot(target.root);
  const place = { directory: root, env: environmentFor(root, env) };
  const origin = await originOf(place, signal);
  return {
    description: `the directory ${root}`,
    root,
    ...origin,
    reader: { kind: 'files', root },
    async *list(listSignal) {
      const listing = new FileListing(root);
      try {
        await listWorkTree(root, place.env, listing, listSignal);
      } catch (error) {
        throw asInputError(error, root);
      }
      listing.sort();
      yield* toBatches(listing.entries, listing.unknowns);
    },
  };
}
