import type { CommitGraph } from './commit-graph.ts';

/** Which commits have a given one in their history, by number of the object. */
export class Descendants {
  private readonly firstChild: Int32Array;
  private readonly children: Int32Array;

  constructor(graph: CommitGraph, count: number) {
    this.firstChild = new Int32Array(count + 1);
    for (let commit = 0; commit < count; commit++) {
      graph.forEachParent(commit, (parent) => this.count(parent + 1));
    }
    for (let at = 1; at <= count; at++)
      this.firstChild[at] = (this.firstChild[at] ?? 0) + (this.firstChild[at - 1] ?? 0);
    this.children = new Int32Array(this.firstChild[count] ?? 0);
    const next = this.firstChild.slice();
    for (let commit = 0; commit < count; commit++) {
      graph.forEachParent(commit, (parent) => {
        const at = next[parent] ?? 0;
        this.children[at] = commit;
        next[parent] = at + 1;
      });
    }
  }

  /** The commit itself and all that were built on it. */
  of(commit: number): ReadonlySet<number> {
    const found = new Set([commit]);
    for (const each of found) {
      const end = this.firstChild[each + 1] ?? 0;
      for (let at = this.firstChild[each] ?? 0; at < end; at++) found.add(this.children[at] ?? 0);
    }
    return found;
  }

  private count(at: number): void {
    this.firstChild[at] = (this.firstChild[at] ?? 0) + 1;
  }
}
