import { ObjectError } from '../objects/object-error.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { Damage, ObjectTable } from './object-table.ts';
import { parseTag } from './tag.ts';
import type { TreeMap } from './tree-map.ts';

/** Which objects can be reached from given ones, by number of the object in the table. */
export class Reachability {
  readonly damages: Damage[] = [];
  private readonly table: ObjectTable;
  private readonly graph: CommitGraph;
  private readonly trees: TreeMap;
  private readonly marks: Uint8Array;
  private readonly waiting: number[] = [];
  /** Reached trees that are stored as deltas. */
  private readonly deltas: number[] = [];

  constructor(table: ObjectTable, graph: CommitGraph, trees: TreeMap, tips: Iterable<number>) {
    this.table = table;
    this.graph = graph;
    this.trees = trees;
    this.marks = new Uint8Array(table.count);
    for (const tip of tips) this.mark(tip);
    this.spread();
    // A delta's own entries are not all of it: the others are its base's. Where the base was not reached, which only
    // happens beside garbage, the tree itself must be read.
    for (const tree of this.deltas) {
      if (this.has(table.base(tree))) continue;
      this.guard(tree, () => trees.forEachEntry(tree, (child) => this.mark(child)));
      this.spread();
    }
  }

  has(object: number): boolean {
    return this.marks[object] === 1;
  }

  /** Id of what a tag tags; undefined when the tag is damaged. */
  target(tag: number): string | undefined {
    let target: string | undefined;
    this.guard(tag, () => {
      target = parseTag(this.table.read(tag).bytes).target;
    });
    return target;
  }

  private mark(object: number): void {
    if (object < 0 || this.marks[object] !== 0) return;
    this.marks[object] = 1;
    this.waiting.push(object);
  }

  private spread(): void {
    for (let object = this.waiting.pop(); object !== undefined; object = this.waiting.pop()) {
      const type = this.table.type(object);
      if (type === 'commit') {
        this.mark(this.graph.tree(object));
        this.graph.forEachParent(object, (parent) => this.mark(parent));
      } else if (type === 'tree') {
        this.trees.forEachOwn(object, (child) => this.mark(child));
        if (this.table.base(object) !== -1) this.deltas.push(object);
      } else if (type === 'tag') this.followTag(object);
    }
  }

  private followTag(tag: number): void {
    const target = this.target(tag);
    if (target !== undefined) this.mark(this.table.find(Buffer.from(target, 'hex'), 0));
  }

  private guard(object: number, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof ObjectError)) throw error;
      this.damages.push({ object, message: error.message });
    }
  }
}
