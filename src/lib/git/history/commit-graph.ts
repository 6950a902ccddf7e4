import { ObjectError } from '../objects/object-error.ts';
import { GrowingList } from './growing-list.ts';
import type { Absence, Damage, ObjectTable } from './object-table.ts';

const newline = 10;

/** Commits of an `ObjectTable` with the trees and parents they name, by number of the object. */
export class CommitGraph {
  readonly damages: Damage[] = [];
  readonly absences: Absence[] = [];
  private readonly trees: Int32Array;
  private readonly firstParent: Int32Array;
  private readonly parents = new GrowingList();

  constructor(table: ObjectTable, idBytes: number) {
    this.trees = new Int32Array(table.count).fill(-1);
    this.firstParent = new Int32Array(table.count + 1);
    const id = Buffer.alloc(idBytes);
    for (let object = 0; object < table.count; object++) {
      this.firstParent[object] = this.parents.length;
      if (table.type(object) === 'commit' && !table.isCopy(object)) this.add(table, object, id);
    }
    this.firstParent[table.count] = this.parents.length;
  }

  /** -1 when the commit can not be read or its tree is not stored. */
  tree(commit: number): number {
    return this.trees[commit] ?? -1;
  }

  /** Parents that are stored; at the edge of a shallow clone there are none. */
  forEachParent(commit: number, visit: (parent: number) => void): void {
    const end = this.firstParent[commit + 1] ?? 0;
    for (let at = this.firstParent[commit] ?? 0; at < end; at++) visit(this.parents.get(at));
  }

  private add(table: ObjectTable, commit: number, id: Buffer): void {
    try {
      const { bytes } = table.read(commit);
      for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf(newline, start);
        const space = bytes.indexOf(32, start);
        const key = bytes.toString('latin1', start, space);
        if (end === -1 || (key !== 'tree' && key !== 'parent')) break;
        id.write(bytes.toString('latin1', space + 1, end), 'hex');
        const named = table.find(id, 0);
        if (named === -1) this.absences.push({ holder: commit, id: id.toString('hex'), name: '' });
        else if (key === 'tree') this.trees[commit] = named;
        else this.parents.push(named);
        start = end + 1;
      }
    } catch (error) {
      if (!(error instanceof ObjectError)) throw error;
      this.damages.push({ object: commit, message: error.message });
    }
  }
}
