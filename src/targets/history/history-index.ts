import { CommitGraph } from '../../lib/git/history/commit-graph.ts';
import { ObjectStore, type StoreSpec } from '../../lib/git/objects/object-store.ts';
import { idBytes } from '../../lib/git/objects/object-format.ts';
import { type Damage, ObjectTable } from '../../lib/git/history/object-table.ts';
import { Reachability } from '../../lib/git/history/reachability.ts';
import { parseTag } from '../../lib/git/history/tag.ts';
import { TreeMap } from '../../lib/git/history/tree-map.ts';
import { TreePaths } from '../../lib/git/history/tree-paths.ts';
import type { Tip } from '../../lib/git/history/list-tips.ts';
import { showPath } from '../file-name.ts';

/** Tags may tag tags. */
const longestTagChain = 10;

/** Everything that is stored, what of it counts, and where it lay. Made once, in about five microseconds an object. */
export class HistoryIndex {
  readonly store: ObjectStore;
  readonly table: ObjectTable;
  readonly graph: CommitGraph;
  readonly trees: TreeMap;
  readonly missingTips: readonly Tip[];
  private readonly paths: TreePaths;
  private readonly reached: Reachability;
  private readonly dangling: boolean;

  /** @param dangling whether what nothing refers to counts too */
  constructor(spec: StoreSpec, tips: readonly Tip[], dangling: boolean) {
    const length = idBytes(spec.format);
    this.dangling = dangling;
    this.store = new ObjectStore(spec);
    this.table = new ObjectTable(this.store, spec);
    this.graph = new CommitGraph(this.table, length);
    this.trees = new TreeMap(this.table, length);
    this.paths = new TreePaths(this.trees, this.table.count);
    const numbers = tips.map(({ id }) => this.numberOf(id));
    this.missingTips = tips.filter((_, index) => numbers[index] === -1);
    this.reached = new Reachability(this.table, this.graph, this.trees, numbers);
    this.store.forget();
  }

  /** Number of the object in the table, -1 when it is not stored. */
  numberOf(id: string): number {
    return this.table.find(Buffer.from(id, 'hex'), 0);
  }

  /** Number of the commit that an id names, directly or through tags; -1 when it names none. */
  commitOf(id: string): number {
    let object = this.numberOf(id);
    for (let steps = 0; steps < longestTagChain && this.table.type(object) === 'tag'; steps++) {
      object = this.numberOf(parseTag(this.table.read(object).bytes).target);
    }
    return this.table.type(object) === 'commit' ? object : -1;
  }

  /** Whether the object is part of the history, and this its first copy. */
  counts(object: number): boolean {
    return !this.table.isCopy(object) && (this.dangling || this.reached.has(object));
  }

  /** The path at which a blob or tree was first seen; undefined when it was in no tree. */
  path(object: number): string | undefined {
    const text = this.paths.text(object);
    return text === undefined ? undefined : showPath(text);
  }

  /** Whether two objects lay at the same path. */
  sharePath(a: number, b: number): boolean {
    return this.trees.name(a) === this.trees.name(b) && this.paths.directory(a) === this.paths.directory(b);
  }

  get damages(): readonly Damage[] {
    return [this.table, this.graph, this.trees, this.reached].flatMap((part) => part.damages);
  }
}
