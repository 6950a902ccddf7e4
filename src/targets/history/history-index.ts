import { setImmediate } from 'node:timers/promises';
import { CommitGraph } from '../../lib/git/history/commit-graph.ts';
import type { Tip } from '../../lib/git/history/list-tips.ts';
import { type Damage, ObjectTable } from '../../lib/git/history/object-table.ts';
import { Reachability } from '../../lib/git/history/reachability.ts';
import { TreeMap } from '../../lib/git/history/tree-map.ts';
import { TreePaths } from '../../lib/git/history/tree-paths.ts';
import { idBytes } from '../../lib/git/objects/object-format.ts';
import { ObjectStore, type StoreSpec } from '../../lib/git/objects/object-store.ts';
import { showPath } from '../file-name.ts';

/** Tags may tag tags. */
const longestTagChain = 10;

/** Everything that is stored, what of it counts, and where it lay. */
export class HistoryIndex {
  readonly table: ObjectTable;
  readonly graph: CommitGraph;
  readonly trees: TreeMap;
  readonly missingTips: readonly Tip[];
  private readonly paths: TreePaths;
  private readonly reached: Reachability;
  private readonly dangling: boolean;

  private constructor(parts: Pick<HistoryIndex, 'table' | 'graph' | 'trees'>, tips: readonly Tip[], dangling: boolean) {
    this.dangling = dangling;
    this.table = parts.table;
    this.graph = parts.graph;
    this.trees = parts.trees;
    this.paths = new TreePaths(this.trees, this.table.count);
    const numbers = tips.map(({ id }) => this.numberOf(id));
    this.missingTips = tips.filter((_, index) => numbers[index] === -1);
    this.reached = new Reachability(this.table, this.graph, this.trees, numbers);
  }

  /**
   * Reads packs, commits and trees, which takes seconds where there are a million objects; other work of this thread
   * gets its turn between the steps.
   * @param dangling whether what nothing refers to counts too
   */
  static async read(
    spec: StoreSpec,
    tips: readonly Tip[],
    dangling: boolean,
    signal: AbortSignal,
  ): Promise<HistoryIndex> {
    const store = new ObjectStore(spec);
    const table = new ObjectTable(store, spec);
    await turn(signal);
    const graph = new CommitGraph(table, idBytes(spec.format));
    await turn(signal);
    const trees = new TreeMap(table, idBytes(spec.format));
    await turn(signal);
    const index = new HistoryIndex({ table, graph, trees }, tips, dangling);
    store.forget();
    return index;
  }

  /** Number of the object in the table, -1 when it is not stored. */
  numberOf(id: string): number {
    return this.table.find(Buffer.from(id, 'hex'), 0);
  }

  /** Number of the commit that an id names, directly or through tags; -1 when it names none. */
  commitOf(id: string): number {
    let object = this.numberOf(id);
    for (let steps = 0; steps < longestTagChain && this.table.type(object) === 'tag'; steps++) {
      object = this.numberOf(this.reached.target(object) ?? '');
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

async function turn(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
