import type { Target } from '../model/target.ts';
import { toBatches } from './listing.ts';
import type { OpenTarget } from './open-target.ts';

/** The bytes of standard input as one entry, named by the caller so that rules which look at names can apply. */
export function openStdin(target: Extract<Target, { kind: 'stdin' }>): OpenTarget {
  const { name, bytes } = target;
  return {
    description: 'standard input',
    root: '',
    revision: undefined,
    repositoryId: undefined,
    reader: { kind: 'memory', bytes },
    async *list() {
      yield* toBatches([{ uri: name, size: bytes.length, ref: '' }], []);
    },
  };
}
