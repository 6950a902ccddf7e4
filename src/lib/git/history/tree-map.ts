import type { Copies } from '../objects/delta.ts';
import { ObjectError } from '../objects/object-error.ts';
import { GrowingList } from './growing-list.ts';
import { NameTable } from './name-table.ts';
import type { Absence, Damage, ObjectTable } from './object-table.ts';

const space = 32;
const submodule = 0o160000;
const mostAbsences = 10_000;

/**
 * What the trees of an `ObjectTable` hold. A tree stored as a delta is read only where it differs from its base: the
 * entries it copied are known from there. So a directory of a thousand files that changes with every commit costs one
 * look-up a commit, not a thousand.
 */
export class TreeMap {
  readonly damages: Damage[] = [];
  readonly absences: Absence[] = [];
  private readonly table: ObjectTable;
  private readonly idBytes: number;
  /** Per tree, where its own entries start in `children`. */
  private readonly first: Int32Array;
  private readonly children = new GrowingList();
  /** Per object, the tree in which it was first seen and the number of its name there, side by side. */
  private readonly sightings: Int32Array;
  private readonly names = new NameTable();

  constructor(table: ObjectTable, idBytes: number) {
    this.table = table;
    this.idBytes = idBytes;
    this.first = new Int32Array(table.count + 1);
    this.sightings = new Int32Array(2 * table.count).fill(-1);
    const copies: Copies = { spans: [], baseSize: 0 };
    for (let object = 0; object < table.count; object++) {
      this.first[object] = this.children.length;
      if (table.type(object) === 'tree') this.add(object, copies);
    }
    this.first[table.count] = this.children.length;
  }

  /** Objects that the tree holds and its base does not. */
  forEachOwn(tree: number, visit: (child: number) => void): void {
    const end = this.first[tree + 1] ?? 0;
    for (let at = this.first[tree] ?? 0; at < end; at++) visit(this.children.get(at));
  }

  /** Everything that the tree holds, for which it is read again; -1 for what is not stored. */
  forEachEntry(tree: number, visit: (child: number) => void): void {
    const { bytes } = this.table.read(tree);
    eachEntry(bytes, this.idBytes, (_mode, _name, id) => {
      visit(this.table.find(bytes, id));
      return true;
    });
  }

  /** The tree in which an object was first seen, -1 when in none. */
  parent(object: number): number {
    return this.sightings[2 * object] ?? -1;
  }

  /** Number of the object's name in that tree; equal names have equal numbers. */
  name(object: number): number {
    return this.sightings[2 * object + 1] ?? -1;
  }

  /** One character a byte: a name need not be UTF-8. */
  nameText(name: number): string {
    return this.names.text(name);
  }

  private add(tree: number, copies: Copies): void {
    const { spans } = copies;
    spans.length = 0;
    try {
      const { bytes } = this.table.read(tree, copies);
      let next = 0;
      eachEntry(bytes, this.idBytes, (mode, name, id, start) => {
        while (next < spans.length && (spans[next] ?? 0) + (spans[next + 2] ?? 0) < id + this.idBytes) next += 3;
        const isCopied = next < spans.length && (spans[next] ?? 0) <= start;
        if (!isCopied && mode !== submodule) this.see(tree, bytes, name, id);
        // Nothing is left to see where all that follows is copied.
        return !(isCopied && next + 3 === spans.length && (spans[next] ?? 0) + (spans[next + 2] ?? 0) === bytes.length);
      });
    } catch (error) {
      if (!(error instanceof ObjectError)) throw error;
      this.damages.push({ object: tree, message: error.message });
    }
  }

  private see(tree: number, bytes: Buffer, name: number, id: number): void {
    const child = this.table.find(bytes, id);
    if (child === -1) {
      if (this.absences.length >= mostAbsences) return;
      const hex = bytes.toString('hex', id, id + this.idBytes);
      this.absences.push({ holder: tree, id: hex, name: bytes.toString('latin1', name, id - 1) });
      return;
    }
    this.children.push(child);
    if (this.sightings[2 * child] !== -1) return;
    this.sightings[2 * child] = tree;
    this.sightings[2 * child + 1] = this.names.number(bytes, name, id - 1);
  }
}

/**
 * Entries of a tree (git-mktree, "mode SP name NUL id"): the mode, and where name, id and the entry itself start.
 * @param visit gives whether it wants to see more
 */
function eachEntry(
  bytes: Buffer,
  idBytes: number,
  visit: (mode: number, name: number, id: number, start: number) => boolean,
): void {
  for (let start = 0; start < bytes.length;) {
    let at = start;
    let mode = 0;
    for (let byte = bytes[at] ?? 0; byte !== space; byte = bytes[++at] ?? 0) {
      if (byte < 48 || byte > 55) throw new ObjectError('corrupt', 'a tree has a mode that is no number');
      mode = mode * 8 + byte - 48;
    }
    const name = at + 1;
    while ((bytes[at] ?? 0) !== 0) at++;
    const id = at + 1;
    if (id + idBytes > bytes.length) throw new ObjectError('corrupt', 'a tree ends within an entry');
    if (!visit(mode, name, id, start)) return;
    start = id + idBytes;
  }
}
