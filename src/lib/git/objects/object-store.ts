import { join } from 'node:path';
import { ByteCache } from './byte-cache.ts';
import { type Copies, applyDelta } from './delta.ts';
import type { GitObject, ObjectType } from './git-object.ts';
import { createInflater } from './inflater.ts';
import { peekLoose, readLoose } from './loose-object.ts';
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
  /** Objects may be left on the server (`git clone --filter`). */
  readonly promisor: boolean;
}

const cacheBudget = 48 * 1024 * 1024;
/** What a cached object costs besides its bytes. */
const entryCost = 250;
const largestObject = 512 * 1024 * 1024;
/** git makes chains of 50, at most of 4,095; what is longer goes round in circles. */
const longestChain = 5000;
const packSpace = 2 ** 40;

/** Reads objects from packs and loose files without git. */
export class ObjectStore {
  readonly packs: PackSet;
  private readonly directories: readonly string[];
  private cache = new ByteCache<GitObject>(cacheBudget);
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
    const known = copies ? undefined : this.cache.get(keyOf(place));
    if (known) return known;
    const entry = this.entry(place);
    if (isWhole(entry)) return this.unpackWhole(place, entry);
    return this.build(place, entry, this.baseOf(place.pack, entry), copies);
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

  /** Gives back the memory of indexes and caches; what is needed again is read again. */
  forget(): void {
    this.cache = new ByteCache<GitObject>(cacheBudget);
    this.packs.forget();
  }

  close(): void {
    this.packs.close();
  }

  private keep(place: PackPlace, object: GitObject): GitObject {
    this.cache.put(keyOf(place), object, object.bytes.length + entryCost);
    return object;
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

  private entry(place: PackPlace): PackEntry {
    const entry = this.packs.file(place.pack).entry(place.offset);
    if (entry.size > largestObject)
      throw new ObjectError('too-large', `${entry.size} bytes are more than is read at once`);
    return entry;
  }

  private unpackWhole(place: PackPlace, entry: WholeEntry): GitObject {
    const bytes = Buffer.allocUnsafe(entry.size + 1);
    this.packs.file(place.pack).inflate(entry, this.inflater, bytes);
    return this.keep(place, { type: entry.kind, bytes: bytes.subarray(0, entry.size) });
  }

  /** Applies a delta to its base. */
  private build(place: PackPlace, entry: PackEntry, base: GitObject, copies?: Copies): GitObject {
    if (this.scratch.length <= entry.size) this.scratch = Buffer.allocUnsafeSlow(entry.size + 65_536);
    this.packs.file(place.pack).inflate(entry, this.inflater, this.scratch);
    const bytes = applyDelta(base.bytes, this.scratch.subarray(0, entry.size), largestObject, copies);
    return this.keep(place, { type: base.type, bytes });
  }

  /** Goes down the chain of deltas to something known or whole, then builds up from there; chains can be long. */
  private baseOf(pack: number, delta: PackEntry): GitObject {
    const chain: { readonly place: PackPlace; readonly entry: PackEntry }[] = [];
    let found = this.step(pack, delta);
    while (!('bytes' in found)) {
      if (chain.length > longestChain) throw corrupt('its deltas go round in circles');
      chain.push(found);
      found = this.step(found.place.pack, found.entry);
    }
    for (let next = chain.pop(); next; next = chain.pop()) found = this.build(next.place, next.entry, found);
    return found;
  }

  /** The base of a delta, or the delta that it is. */
  private step(pack: number, delta: PackEntry): GitObject | { readonly place: PackPlace; readonly entry: PackEntry } {
    const place = this.basePlace(pack, delta);
    if ('bytes' in place) return place;
    const known = this.cache.get(keyOf(place));
    if (known) return known;
    const entry = this.entry(place);
    return isWhole(entry) ? this.unpackWhole(place, entry) : { place, entry };
  }

  /** Where the base of a delta is, or the base itself when it is a loose object. */
  private basePlace(pack: number, entry: PackEntry): PackPlace | GitObject {
    if (entry.baseOffset !== undefined) return { pack, offset: entry.baseOffset };
    const id = entry.baseId ?? '';
    const base = this.packs.find(Buffer.from(id, 'hex')) ?? this.readLoose(id);
    if (!base) throw new ObjectError('missing', `the base ${id} of a delta is not stored here`);
    return base;
  }
}

type WholeEntry = PackEntry & { readonly kind: ObjectType };

function isWhole(entry: PackEntry): entry is WholeEntry {
  return entry.kind !== 'offset-delta' && entry.kind !== 'id-delta';
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
