import type { PackPlace } from '../../lib/git/objects/pack-set.ts';

/** How a reader reaches an object: the form of `Entry.ref` in targets that read from git. */
export interface ObjectRef {
  readonly id: string;
  /** The commit whose change is looked at. */
  readonly commit?: string | undefined;
  /** Where it is packed, when that is known. */
  readonly place?: PackPlace | undefined;
  /** The object it is a delta of was listed before, under the same path. */
  readonly followsBase?: boolean;
  /** Others are deltas of it. */
  readonly hasDeltas?: boolean;
}

/** Fields in a fixed order, with spaces between; marks last. */
export function formatRef({ id, commit = '', place, followsBase = false, hasDeltas = false }: ObjectRef): string {
  if (!place) return commit === '' ? id : `${id} ${commit}`;
  return `${id} ${commit} ${place.pack} ${place.offset} ${followsBase ? 'f' : ''}${hasDeltas ? 'b' : ''}`;
}

/** Done for every object of a history: taken apart by position, which makes no list of the parts. */
export function parseRef(text: string): ObjectRef {
  const commitAt = text.indexOf(' ') + 1;
  if (commitAt === 0) return { id: text };
  const id = text.slice(0, commitAt - 1);
  const packAt = text.indexOf(' ', commitAt) + 1;
  if (packAt === 0) return { id, commit: text.slice(commitAt) };
  const offsetAt = text.indexOf(' ', packAt) + 1;
  const marksAt = text.indexOf(' ', offsetAt) + 1;
  return {
    id,
    commit: packAt - 1 === commitAt ? undefined : text.slice(commitAt, packAt - 1),
    place: { pack: Number(text.slice(packAt, offsetAt - 1)), offset: Number(text.slice(offsetAt, marksAt - 1)) },
    followsBase: text.startsWith('f', marksAt),
    hasDeltas: text.endsWith('b'),
  };
}
