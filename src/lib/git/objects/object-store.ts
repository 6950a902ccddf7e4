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
import { Slab } from './slab.ts';

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

const cacheBudget = 24 * 1024 * 1024;
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
  private cache = newCache();
  private readonly inflater = createInflater();
  private readonly slab = new Slab();
  private readonly take = (size: number): Buffer => this.slab.take(size <= largestObject ? size : tooLarge(size));
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
   * @param isBase whether others are made from it; keeping what nobody needs again would push out what somebody does
   * @throws ObjectError
   */
  readPacked(place: PackPlace, copies?: Copies, isBase = true): GitObject {
    const known = copies ? undefined : this.cache.get(keyOf(place.pack, place.offset));
    if (known) return known;
    const entry = this.entry(place.pack, place.offset);
    const object = isWhole(entry)
      ? this.unpackWhole(place.pack, entry)
      : this.build(place.pack, entry, this.baseOf(place.pack, entry), copies);
    if (isBase) this.cache.put(keyOf(place.pack, place.offset), object);
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

  /** Gives back the memory of indexes and caches; what is needed again is read again. */
  forget(): void {
    this.cache = newCache();
    this.packs.forget();
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

  private entry(pack: number, offset: number): PackEntry {
    const entry = this.packs.file(pack).entry(offset);
    return entry.size <= largestObject ? entry : tooLarge(entry.size);
  }

  private unpackWhole(pack: number, entry: WholeEntry): GitObject {
    const bytes = this.take(entry.size + 1);
    this.packs.file(pack).inflate(entry, this.inflater, bytes);
    return { type: entry.kind, bytes: bytes.subarray(0, entry.size) };
  }

  /** Applies a delta to its base. */
  private build(pack: number, entry: PackEntry, base: GitObject, copies?: Copies): GitObject {
    if (this.scratch.length <= entry.size) this.scratch = Buffer.allocUnsafeSlow(entry.size + 65_536);
    this.packs.file(pack).inflate(entry, this.inflater, this.scratch);
    return { type: base.type, bytes: applyDelta(base.bytes, this.scratch.subarray(0, entry.size), this.take, copies) };
  }

  /** Goes down the chain of deltas to something known or whole, then builds up from there; chains can be long. */
  private baseOf(pack: number, delta: PackEntry): GitObject {
    const chain: Link[] = [];
    let found = this.step(pack, delta);
    while (!('bytes' in found)) {
      if (chain.length > longestChain) throw corrupt('its deltas go round in circles');
      chain.push(found);
      found = this.step(found.pack, found.entry);
    }
    for (let next = chain.pop(); next; next = chain.pop()) {
      found = this.build(next.pack, next.entry, found);
      this.cache.put(keyOf(next.pack, next.entry.offset), found);
    }
    return found;
  }

  /** The base of a delta, or the delta that it is. */
  private step(pack: number, { baseOffset, baseId }: PackEntry): GitObject | Link {
    if (baseOffset !== undefined) return this.known(pack, baseOffset);
    const place = this.packs.find(Buffer.from(baseId ?? '', 'hex'));
    const base = place ? this.known(place.pack, place.offset) : this.readLoose(baseId ?? '');
    if (!base) throw new ObjectError('missing', `the base ${baseId} of a delta is not stored here`);
    return base;
  }

  private known(pack: number, offset: number): GitObject | Link {
    const known = this.cache.get(keyOf(pack, offset));
    if (known) return known;
    const entry = this.entry(pack, offset);
    if (!isWhole(entry)) return { pack, entry };
    const object = this.unpackWhole(pack, entry);
    this.cache.put(keyOf(pack, offset), object);
    return object;
  }
}

/** A delta on the way down to something whole. */
interface Link {
  readonly pack: number;
  readonly entry: PackEntry;
}

type WholeEntry = PackEntry & { readonly kind: ObjectType };

function isWhole(entry: PackEntry): entry is WholeEntry {
  return entry.kind !== 'offset-delta' && entry.kind !== 'id-delta';
}

function newCache(): ByteCache<GitObject> {
  return new ByteCache(cacheBudget, ({ bytes }) => bytes.length + entryCost);
}

function tooLarge(size: number): never {
  throw new ObjectError('too-large', `${size} bytes are more than is read at once`);
}

function keyOf(pack: number, offset: number): number {
  return pack * packSpace + offset;
}

function about<T>(id: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    throw new ObjectError(error.code, `object ${id}: ${error.message}`);
  }
}
