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

export function parseRef(text: string): ObjectRef {
  if (!text.includes(' ')) return { id: text };
  const [id = '', commit = '', pack, offset, marks = ''] = text.split(' ');
  return {
    id,
    commit: commit === '' ? undefined : commit,
    place: pack !== undefined && offset !== undefined ? { pack: Number(pack), offset: Number(offset) } : undefined,
    followsBase: marks.startsWith('f'),
    hasDeltas: marks.endsWith('b'),
  };
}
