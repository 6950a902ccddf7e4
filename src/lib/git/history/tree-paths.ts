import type { TreeMap } from './tree-map.ts';

const deepest = 4096;
const nameSpace = 2 ** 26;

/** One path for each tree of a `TreeMap`: that of its first sighting, up to a tree which nobody holds. */
export class TreePaths {
  private readonly trees: TreeMap;
  /** Per tree, the number of its path; -1 when not yet known. */
  private readonly paths: Int32Array;
  private readonly texts: string[] = [''];
  private readonly numbers = new Map<number, number>();

  constructor(trees: TreeMap, count: number) {
    this.trees = trees;
    this.paths = new Int32Array(count).fill(-1);
  }

  /** Number of the directory in which an object lies; equal directories have equal numbers. */
  directory(object: number): number {
    const tree = this.trees.parent(object);
    return tree === -1 ? 0 : this.path(tree);
  }

  /** The whole path of an object, one character a byte; undefined when no tree holds it. */
  text(object: number): string | undefined {
    const name = this.trees.name(object);
    if (name === -1) return undefined;
    return join(this.texts[this.directory(object)] ?? '', this.trees.nameText(name));
  }

  private path(tree: number): number {
    const open: number[] = [];
    let at = tree;
    let path = this.paths[at] ?? -1;
    // Ids are taken from the index unproven, so that trees which claim to hold each other are possible.
    while (path === -1 && open.length < deepest) {
      open.push(at);
      at = this.trees.parent(at);
      path = at === -1 ? 0 : (this.paths[at] ?? -1);
    }
    path = Math.max(0, path);
    for (let child = open.pop(); child !== undefined; child = open.pop()) {
      const name = this.trees.name(child);
      if (name !== -1) path = this.numberOf(path, name);
      this.paths[child] = path;
    }
    return path;
  }

  private numberOf(directory: number, name: number): number {
    const key = directory * nameSpace + name;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.texts.push(join(this.texts[directory] ?? '', this.trees.nameText(name))) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
