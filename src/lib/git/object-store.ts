import { join } from 'node:path';
import { type Copies, applyDelta } from './delta.ts';
import type { GitObject, ObjectType } from './git-object.ts';
import { createInflater } from './inflater.ts';
import { peekLoose, readLoose } from './loose-object.ts';
import { ObjectCache } from './object-cache.ts';
import { ObjectError, corrupt } from './object-error.ts';
import { type ObjectFormat, idBytes } from './object-format.ts';
import type { PackEntry } from './pack-file.ts';
import { type PackPlace, PackSet } from './pack-set.ts';

/** All that a store is opened from; plain data. */
export interface StoreSpec {
  readonly format: ObjectFormat;
  /** Object directories, borrowed ones included. */
  readonly directories: readonly string[];
  /** Packs, in the order in which `PackPlace.pack` counts them. */
  readonly packs: readonly string[];
}

const cacheBudget = 64 * 1024 * 1024;
const largestObject = 512 * 1024 * 1024;
/** git makes chains of 50, at most of 4,095; what is longer goes round in circles. */
const longestChain = 5000;
const packSpace = 2 ** 40;

/** Reads objects from packs and loose files without git. */
export class ObjectStore {
  readonly packs: PackSet;
  private readonly directories: readonly string[];
  private readonly cache = new ObjectCache(cacheBudget);
  private readonly inflater = createInflater();
  private scratch = Buffer.allocUnsafeSlow(65_536);

  constructor(spec: StoreSpec) {
    this.directories = spec.directories;
    this.packs = new PackSet(spec.packs, idBytes(spec.format));
  }

  /**
   * @param id in lower-case hexadecimal
   * @throws ObjectError naming the id
   */
  read(id: string): GitObject {
    return about(id, () => {
      const object = this.readLoose(id) ?? this.readFound(id);
      if (!object) throw new ObjectError('missing', 'it is not stored here');
      return object;
    });
  }

  /**
   * The object at a place in a pack.
   * @param copies filled with what it copied from its base; stays empty when it is stored whole
   * @throws ObjectError
   */
  readPacked(place: PackPlace, copies?: Copies): GitObject {
    const deltas: { place: PackPlace; entry: PackEntry }[] = [];
    let at = place;
    let object = copies ? undefined : this.cache.get(keyOf(at));
    while (!object) {
      const entry = this.packs.file(at.pack).entry(at.offset);
      if (entry.size > largestObject)
        throw new ObjectError('too-large', `${entry.size} bytes are more than is read at once`);
      if (entry.kind === 'offset-delta' || entry.kind === 'id-delta') {
        deltas.push({ place: at, entry });
        if (deltas.length > longestChain) throw corrupt('its deltas go round in circles');
        const base = this.baseOf(at.pack, entry);
        if ('bytes' in base) object = base;
        else {
          at = base;
          object = this.cache.get(keyOf(at));
        }
      } else {
        const bytes = Buffer.allocUnsafe(entry.size + 1);
        this.packs.file(at.pack).inflate(entry, this.inflater, bytes);
        object = { type: entry.kind, bytes: bytes.subarray(0, entry.size) };
        this.cache.put(keyOf(at), object);
      }
    }
    for (let next = deltas.pop(); next; next = deltas.pop()) {
      const delta = this.unpackDelta(next.place.pack, next.entry);
      const bytes = applyDelta(object.bytes, delta, largestObject, deltas.length === 0 ? copies : undefined);
      object = { type: object.type, bytes };
      this.cache.put(keyOf(next.place), object);
    }
    return object;
  }

  /** Type and size of a loose object; undefined when it is not stored loose. */
  peekLoose(id: string): { readonly type: ObjectType; readonly size: number } | undefined {
    return about(id, () => {
      for (const directory of this.directories) {
        const head = peekLoose(join(directory, id.slice(0, 2), id.slice(2)), this.inflater);
        if (head) return head;
      }
      return undefined;
    });
  }

  close(): void {
    this.packs.close();
  }

  private readLoose(id: string): GitObject | undefined {
    for (const directory of this.directories) {
      const path = join(directory, id.slice(0, 2), id.slice(2));
      const object = readLoose(path, this.inflater, largestObject);
      if (object) return object;
    }
    return undefined;
  }

  private readFound(id: string): GitObject | undefined {
    const place = this.packs.find(Buffer.from(id, 'hex'));
    return place && this.readPacked(place);
  }

  /** The base of a delta: a place in a pack, or a loose object. */
  private baseOf(pack: number, entry: PackEntry): PackPlace | GitObject {
    if (entry.baseOffset !== undefined) return { pack, offset: entry.baseOffset };
    const id = entry.baseId ?? '';
    const base = this.packs.find(Buffer.from(id, 'hex')) ?? this.readLoose(id);
    if (!base) throw new ObjectError('missing', `the base ${id} of a delta is not stored here`);
    return base;
  }

  private unpackDelta(pack: number, entry: PackEntry): Uint8Array {
    if (this.scratch.length <= entry.size) this.scratch = Buffer.allocUnsafeSlow(2 * entry.size + 1);
    this.packs.file(pack).inflate(entry, this.inflater, this.scratch);
    return this.scratch.subarray(0, entry.size);
  }
}

function keyOf(place: PackPlace): number {
  return place.pack * packSpace + place.offset;
}

function about<T>(id: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    throw new ObjectError(error.code, `object ${id}: ${error.message}`);
  }
}
