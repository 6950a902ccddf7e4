import type { Copies } from '../objects/delta.ts';
import type { GitObject, ObjectType } from '../objects/git-object.ts';
import { listLoose } from '../objects/object-directory.ts';
import { ObjectError } from '../objects/object-error.ts';
import { idBytes } from '../objects/object-format.ts';
import type { ObjectStore, StoreSpec } from '../objects/object-store.ts';
import type { PackEntry } from '../objects/pack-file.ts';
import type { PackPlace } from '../objects/pack-set.ts';
import { IdTable } from './id-table.ts';
import { orderByOffset } from './offset-order.ts';

/** Something stored that can not be read. */
export interface Damage {
  /** Its number; undefined for a whole pack. */
  readonly object: number | undefined;
  readonly message: string;
}

/** Something that an object names and that is not stored. */
export interface Absence {
  readonly holder: number;
  readonly id: string;
  /** The name that a tree gives it, one character a byte. */
  readonly name: string;
}

const types: readonly (ObjectType | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];
const longestChain = 5000;

/**
 * Every object of a store, numbered: packed ones pack by pack in the order in which they lie there, so that a delta
 * comes soon after its base, then loose ones. About 60 bytes an object.
 */
export class ObjectTable {
  readonly count: number;
  readonly damages: Damage[] = [];
  private readonly store: ObjectStore;
  private readonly ids: IdTable;
  /** Number of the first object of each pack; one more for where the loose ones start. */
  private readonly firsts: readonly number[];
  private readonly offsets: Float64Array;
  private readonly bases: Int32Array;
  private readonly kinds: Uint8Array;
  /** Bytes, of a delta those of the object it is made from in the end. */
  private readonly sizes: Float64Array;
  private readonly copies: Uint8Array;
  private readonly isBase: Uint8Array;

  constructor(store: ObjectStore, spec: StoreSpec) {
    this.store = store;
    const idLength = idBytes(spec.format);
    const loose = spec.directories.flatMap((directory) => [...listLoose(directory, idLength)]);
    const counts = spec.packs.map((_, pack) => this.countPack(pack));
    const firsts = [0];
    for (const count of counts) firsts.push((firsts.at(-1) ?? 0) + count);
    const packed = firsts.at(-1) ?? 0;
    this.firsts = firsts;
    this.count = packed + loose.length;
    this.ids = new IdTable(this.count, idLength);
    this.offsets = new Float64Array(packed);
    this.bases = new Int32Array(this.count).fill(-1);
    this.kinds = new Uint8Array(this.count);
    this.sizes = new Float64Array(this.count);
    this.copies = new Uint8Array(this.count);
    this.isBase = new Uint8Array(this.count);
    counts.forEach((count, pack) => this.addIndex(pack, firsts[pack] ?? 0, count));
    counts.forEach((count, pack) => this.addHeads(pack, firsts[pack] ?? 0, count));
    this.followIdDeltas(packed);
    for (const base of this.bases) if (base !== -1) this.isBase[base] = 1;
    store.forget();
    loose.forEach((id, index) => {
      this.number(packed + index, Buffer.from(id, 'hex'), 0);
      this.addLoose(packed + index, id);
    });
  }

  /** Undefined when the object is damaged. */
  type(object: number): ObjectType | undefined {
    return types[this.kinds[object] ?? 0];
  }

  /** Bytes, as far as that is known without unpacking: of a delta, those of the object at the root of its chain. */
  size(object: number): number {
    return this.sizes[object] ?? 0;
  }

  /** Whether the same object is stored a second time and this is not the first. */
  isCopy(object: number): boolean {
    return this.copies[object] === 1;
  }

  /** The object that this one is a delta of, -1 when it is stored whole. */
  base(object: number): number {
    return this.bases[object] ?? -1;
  }

  /** Whether deltas are made from it. */
  hasDeltas(object: number): boolean {
    return this.isBase[object] === 1;
  }

  id(object: number): string {
    return this.ids.hex(object);
  }

  /** Number of the object with the id at `bytes[start]`, -1 when it is not stored. */
  find(bytes: Uint8Array, start: number): number {
    return this.ids.find(bytes, start);
  }

  /** Undefined for a loose object. */
  place(object: number): PackPlace | undefined {
    const offset = this.offsets[object];
    if (offset === undefined) return undefined;
    let pack = 0;
    while ((this.firsts[pack + 1] ?? Infinity) <= object) pack++;
    return { pack, offset };
  }

  /**
   * @param copies filled with what it copied from its base
   * @throws ObjectError
   */
  read(object: number, copies?: Copies): GitObject {
    const place = this.place(object);
    return place ? this.store.readPacked(place, copies, this.hasDeltas(object)) : this.store.read(this.id(object));
  }

  private countPack(pack: number): number {
    try {
      this.store.packs.file(pack);
      return this.store.packs.index(pack).ids.count;
    } catch (error) {
      this.damaged(undefined, error);
      return 0;
    }
  }

  private addIndex(pack: number, first: number, count: number): void {
    if (count === 0) return;
    const index = this.store.packs.index(pack);
    const offsets = new Float64Array(count);
    for (let at = 0; at < count; at++) offsets[at] = index.offset(at);
    const order = orderByOffset(offsets);
    const ranks = new Uint32Array(count);
    for (let rank = 0; rank < count; rank++) {
      const at = order[rank] ?? 0;
      ranks[at] = rank;
      this.offsets[first + rank] = offsets[at] ?? 0;
    }
    for (let at = 0; at < count; at++) this.number(first + (ranks[at] ?? 0), index.ids.bytes, index.ids.start(at));
  }

  private number(object: number, bytes: Buffer, start: number): void {
    if (this.ids.add(object, bytes, start) !== object) this.copies[object] = 1;
  }

  /** Reads the head of each entry; the base of an `offset-delta` lies before it, so that its type is known by then. */
  private addHeads(pack: number, first: number, count: number): void {
    const file = count === 0 ? undefined : this.store.packs.file(pack);
    for (let object = first; object < first + count; object++) {
      try {
        const entry = file?.entry(this.offsets[object] ?? 0);
        if (entry) this.addHead(object, entry, first);
      } catch (error) {
        this.damaged(object, error);
      }
    }
  }

  private addHead(object: number, entry: PackEntry, first: number): void {
    if (entry.baseOffset !== undefined) {
      const base = this.at(entry.baseOffset, first, object);
      this.bases[object] = base;
      this.kinds[object] = this.kinds[base] ?? 0;
      this.sizes[object] = this.sizes[base] ?? 0;
      if (base === -1) this.damaged(object, new ObjectError('corrupt', 'the base of its delta is no object'));
    } else if (entry.baseId !== undefined) {
      this.bases[object] = this.find(Buffer.from(entry.baseId, 'hex'), 0);
    } else {
      this.kinds[object] = types.indexOf(
        entry.kind === 'id-delta' || entry.kind === 'offset-delta' ? undefined : entry.kind,
      );
      this.sizes[object] = entry.size;
    }
  }

  /** Number of the object at an offset, among those from `low` to `high`. */
  private at(offset: number, low: number, high: number): number {
    let from = low;
    let to = high;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.offsets[middle] ?? 0) < offset) from = middle + 1;
      else to = middle;
    }
    return from < high && this.offsets[from] === offset ? from : -1;
  }

  /** A base named by id may lie anywhere, also behind its delta. */
  private followIdDeltas(packed: number): void {
    for (let object = 0; object < packed; object++) {
      if (this.kinds[object] !== 0) continue;
      let root = object;
      for (let steps = 0; steps < longestChain && (this.bases[root] ?? -1) !== -1; steps++)
        root = this.bases[root] ?? -1;
      this.kinds[object] = this.kinds[root] ?? 0;
      this.sizes[object] = this.sizes[root] ?? 0;
    }
  }

  private addLoose(object: number, id: string): void {
    try {
      const head = this.store.peekLoose(id);
      this.kinds[object] = types.indexOf(head?.type);
      this.sizes[object] = head?.size ?? 0;
    } catch (error) {
      this.damaged(object, error);
    }
  }

  private damaged(object: number | undefined, error: unknown): void {
    if (!(error instanceof ObjectError)) throw error;
    this.damages.push({ object, message: error.message });
  }
}
