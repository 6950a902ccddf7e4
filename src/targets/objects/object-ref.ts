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
}

export function formatRef(ref: ObjectRef): string {
  const { id, commit = '', place, followsBase = false } = ref;
  const where = place ? `${place.pack}:${place.offset}` : '';
  return `${id} ${commit} ${where} ${followsBase ? 'delta' : ''}`.trimEnd();
}

export function parseRef(text: string): ObjectRef {
  const [id = '', commit = '', where = '', delta] = text.split(' ');
  const [pack, offset] = where.split(':').map(Number);
  return {
    id,
    commit: commit === '' ? undefined : commit,
    place: pack !== undefined && offset !== undefined ? { pack, offset } : undefined,
    followsBase: delta === 'delta',
  };
}
