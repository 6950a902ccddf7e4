import { dirname, basename, join } from 'node:path';
import { MultiPackIndex } from './multi-pack-index.ts';
import { ObjectError, asObjectError } from './object-error.ts';
import { PackFile } from './pack-file.ts';
import { PackIndex } from './pack-index.ts';
import { PageCache } from './paged-file.ts';

/** Where a packed object is: the number of its pack in the set, and the offset there. */
export interface PackPlace {
  readonly pack: number;
  readonly offset: number;
}

const pageBudget = 12 * 1024 * 1024;
const mostOpenFiles = 200;

/** Packs searched together, each opened when it is first needed. */
export class PackSet {
  readonly paths: readonly string[];
  private readonly idBytes: number;
  private pages = new PageCache(pageBudget);
  private readonly files = new Map<number, PackFile>();
  private readonly indexes = new Map<number, PackIndex | ObjectError>();
  private last: { readonly pack: number; readonly file: PackFile } | undefined;
  private combined: readonly CombinedIndex[] | undefined;
  /** Pack in which the last object was found; the next one is likely there too. */
  private recent = 0;

  constructor(paths: readonly string[], idBytes: number) {
    this.paths = paths;
    this.idBytes = idBytes;
  }

  /** @throws ObjectError when the id is in none that can be read and may be in one that can not */
  find(id: Buffer): PackPlace | undefined {
    this.combined ??= openCombined(this.paths, this.idBytes);
    for (const { index, numbers } of this.combined) {
      const at = index.ids.find(id, 0);
      if (at === -1) continue;
      const { pack, offset } = index.place(at);
      const number = numbers[pack];
      if (number !== undefined) return { pack: number, offset };
    }
    return this.findByIndexes(id);
  }

  /** The index of one pack. */
  index(pack: number): PackIndex {
    let index = this.indexes.get(pack);
    if (!index) {
      index = this.openIndex(pack);
      this.indexes.set(pack, index);
    }
    if (index instanceof ObjectError) throw index;
    return index;
  }

  file(pack: number): PackFile {
    if (this.last?.pack === pack) return this.last.file;
    const file = this.files.get(pack) ?? this.openFile(pack);
    this.last = { pack, file };
    return file;
  }

  /** Gives back memory, and closes all files; what is needed again is opened again. */
  forget(): void {
    this.close();
    this.indexes.clear();
    this.combined = undefined;
    this.pages = new PageCache(pageBudget);
  }

  close(): void {
    for (const file of this.files.values()) file.close();
    this.files.clear();
    this.last = undefined;
  }

  private openFile(pack: number): PackFile {
    const [oldest] = this.files;
    if (oldest && this.files.size >= mostOpenFiles) {
      oldest[1].close();
      this.files.delete(oldest[0]);
    }
    try {
      const file = new PackFile(this.path(pack), this.idBytes, this.pages);
      this.files.set(pack, file);
      return file;
    } catch (error) {
      throw asObjectError(error);
    }
  }

  private findByIndexes(id: Buffer): PackPlace | undefined {
    let damage: ObjectError | undefined;
    for (let step = 0; step < this.paths.length; step++) {
      try {
        const place = this.findIn((this.recent + step) % this.paths.length, id);
        if (place) return place;
      } catch (error) {
        if (!(error instanceof ObjectError)) throw error;
        damage = error;
      }
    }
    if (damage) throw damage;
    return undefined;
  }

  private findIn(pack: number, id: Buffer): PackPlace | undefined {
    const index = this.index(pack);
    const at = index.ids.find(id, 0);
    if (at === -1) return undefined;
    this.recent = pack;
    return { pack, offset: index.offset(at) };
  }

  private openIndex(pack: number): PackIndex | ObjectError {
    try {
      return PackIndex.open(this.path(pack).replace(/\.pack$/, '.idx'), this.idBytes);
    } catch (error) {
      const known = asObjectError(error);
      if (known instanceof ObjectError) return known;
      throw error;
    }
  }

  private path(pack: number): string {
    const path = this.paths[pack];
    if (path === undefined) throw new RangeError(`there is no pack ${pack}`);
    return path;
  }
}

/** A multi-pack index, and the numbers in the set of the packs it counts. */
interface CombinedIndex {
  readonly index: MultiPackIndex;
  readonly numbers: readonly (number | undefined)[];
}

/** One that is damaged or of a newer kind is passed over: every pack has an index of its own. */
function openCombined(paths: readonly string[], idBytes: number): CombinedIndex[] {
  const numbers = new Map(paths.map((path, number) => [path.replace(/\.pack$/, '.idx'), number]));
  const found: CombinedIndex[] = [];
  for (const directory of new Set(paths.map((path) => dirname(path)))) {
    const index = tryOpen(join(directory, 'multi-pack-index'), idBytes);
    if (index) found.push({ index, numbers: index.packs.map((name) => numbers.get(join(directory, basename(name)))) });
  }
  return found;
}

function tryOpen(path: string, idBytes: number): MultiPackIndex | undefined {
  try {
    return MultiPackIndex.open(path, idBytes);
  } catch {
    return undefined;
  }
}
