import { transformSync } from 'esbuild';
import { format, styles } from './formatter.ts';
import { mapLines, similarity } from './line-map.ts';
import { edit, makePlant, markedStatement, type Place, type Plant, twinOf, unmark } from './plant.ts';
import type { Random } from './random.ts';
import type { Snapshot } from './snapshot.ts';

/** A file as a scanner would see it. */
export interface Rendered {
  readonly path: string;
  readonly lines: readonly string[];
  readonly places: readonly Place[];
}

interface Rooted {
  readonly plant: Plant;
  /** In the natural text: the path and the line after which it stands. */
  readonly path: string;
  readonly line: number;
}

/** What people do to a tree besides what its natural history holds; all of it lasts. */
export interface Counts {
  renamedFiles: number;
  movedDirectories: number;
  reformattings: number;
  renamedIdentifiers: number;
  added: number;
  removed: number;
  edited: number;
  died: number;
}

/** The planted findings and what becomes of them, commit by commit. */
export class Garden {
  readonly counts: Counts = {
    renamedFiles: 0,
    movedDirectories: 0,
    reformattings: 0,
    renamedIdentifiers: 0,
    added: 0,
    removed: 0,
    edited: 0,
    died: 0,
  };
  /** Plants whose own text was edited in the last commit. */
  edited = new Set<number>();
  private rooted: Rooted[] = [];
  private files: ReadonlyMap<string, string> = new Map();
  private nextId = 1;
  private readonly shownAs = new Map<string, string>();
  private readonly moves: (readonly [from: string, to: string])[] = [];
  private readonly identifiers = new Map<string, (readonly [from: string, to: string])[]>();
  private readonly style = new Map<string, number>();
  private readonly random: Random;
  private readonly formatter: string;

  constructor(random: Random, formatter: string) {
    this.random = random;
    this.formatter = formatter;
  }

  plants(): ReadonlyMap<number, Plant> {
    return new Map(this.rooted.map(({ plant }) => [plant.id, plant]));
  }

  /** Moves to the next commit. */
  advance(snapshot: Snapshot, enough: number): void {
    this.edited = new Set();
    this.carryOver(snapshot.files);
    this.files = snapshot.files;
    this.tidy();
    const missing = enough - this.rooted.length;
    for (let count = 0; count < Math.max(2, Math.min(missing, 40)); count++) this.add();
  }

  render(): Rendered[] {
    const paths = [...new Set(this.rooted.map(({ path }) => path))];
    const marked = paths.map((path) => this.markedText(path, this.rootsIn(path)));
    const formatted = format(
      paths.flatMap((path, index) => {
        const style = this.styleOf(path);
        return style === undefined ? [] : [{ path, text: marked[index] ?? '', style }];
      }),
      this.formatter,
    );
    return paths.map((path, index) => {
      const text = this.styleOf(path) === undefined ? marked[index] : formatted.shift();
      const { text: plain, places } = unmark(text ?? '');
      return { path: this.shownPath(path), lines: plain.split('\n'), places };
    });
  }

  private rootsIn(path: string): Rooted[] {
    return this.rooted.filter((root) => root.path === path);
  }

  private carryOver(next: ReadonlyMap<string, string>): void {
    const kept: Rooted[] = [];
    for (const path of new Set(this.rooted.map((root) => root.path))) {
      const text = this.files.get(path) ?? '';
      const heir = next.has(path) ? path : this.heirOf(path, next);
      const after = heir === undefined ? undefined : next.get(heir);
      const roots = this.rootsIn(path);
      if (heir === undefined || after === undefined) this.counts.died += roots.length;
      else if (after === text) kept.push(...roots.map((root) => ({ ...root, path: heir })));
      else kept.push(...this.replant(roots, heir, text.split('\n'), after));
    }
    this.rooted = kept;
  }

  /** A file that appeared when this one went and shares most of its lines. */
  private heirOf(path: string, next: ReadonlyMap<string, string>): string | undefined {
    const lines = (this.files.get(path) ?? '').split('\n');
    const fresh = [...next].filter(([other]) => !this.files.has(other));
    const best = fresh
      .map(([other, text]) => ({ other, share: similarity(lines, text.split('\n')) }))
      .sort((a, b) => b.share - a.share)[0];
    return best !== undefined && best.share >= 0.6 ? best.other : undefined;
  }

  private replant(roots: readonly Rooted[], path: string, before: readonly string[], after: string): Rooted[] {
    const map = mapLines(before, after.split('\n'));
    const result: Rooted[] = [];
    for (const root of roots) {
      const start = newLine(root.line, map);
      if (start === undefined) {
        this.counts.died++;
        continue;
      }
      const line = [0, 1, 2, 3, -1, -2, -3]
        .map((step) => start + step)
        .find((at) => at >= 0 && this.grows(root.plant, path, at, after));
      if (line === undefined) this.counts.died++;
      else result.push({ plant: root.plant, path, line });
    }
    return result;
  }

  /** Whether the file still parses with the plant there. */
  private grows(plant: Plant, path: string, line: number, text: string): boolean {
    if (!/[;{}]\s*$/.test(text.split('\n')[line] ?? '')) return false;
    try {
      transformSync(this.insert(text, [{ plant, path, line }]), {
        loader: path.endsWith('.ts') ? 'ts' : 'js',
        logLevel: 'silent',
      });
      return true;
    } catch {
      return false;
    }
  }

  private insert(text: string, roots: readonly Rooted[]): string {
    const lines = text.split('\n');
    for (const { plant, line } of [...roots].sort((a, b) => b.line - a.line || b.plant.id - a.plant.id)) {
      const indent = /^\s*/.exec(lines[line + 1]?.trim() ? (lines[line + 1] ?? '') : (lines[line] ?? ''))?.[0] ?? '';
      lines.splice(line + 1, 0, `${indent}${markedStatement(plant)}`);
    }
    return lines.join('\n');
  }

  private markedText(path: string, roots: readonly Rooted[]): string {
    let text = this.files.get(path) ?? '';
    for (const [from, to] of this.identifiers.get(path) ?? [])
      text = text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to);
    return this.insert(text, roots);
  }

  private tidy(): void {
    const chance = (share: number) => this.random.next() < share;
    this.rooted = this.rooted.filter(() => {
      const stays = !chance(0.01);
      if (!stays) this.counts.removed++;
      return stays;
    });
    if (chance(0.3)) this.editOne();
    if (chance(0.06)) this.renameFile();
    if (chance(0.02)) this.moveDirectory();
    if (chance(0.05)) this.reformat();
    if (chance(0.15)) this.renameIdentifier();
  }

  private add(): void {
    const twin = this.random.next() < 0.3 ? this.random.pick(this.rooted) : undefined;
    const plant = twin ? twinOf(twin.plant, this.nextId++) : makePlant(this.nextId++, this.random);
    for (let attempt = 0; attempt < 20; attempt++) {
      const path = twin && this.random.next() < 0.5 ? twin.path : this.random.pick([...this.files.keys()]);
      const text = path === undefined ? undefined : this.files.get(path);
      if (path === undefined || text === undefined) continue;
      const line = this.random.below(text.split('\n').length);
      // Two equal statements in a row would be the same place twice.
      if (this.rootsIn(path).some((root) => Math.abs(root.line - line) < 2) || !this.grows(plant, path, line, text))
        continue;
      this.rooted.push({ plant, path, line });
      this.counts.added++;
      return;
    }
  }

  private editOne(): void {
    const index = this.random.below(this.rooted.length);
    const root = this.rooted[index];
    if (!root) return;
    this.rooted[index] = { ...root, plant: edit(root.plant) };
    this.edited.add(root.plant.id);
    this.counts.edited++;
  }

  private renameFile(): void {
    const root = this.random.pick(this.rooted);
    if (!root) return;
    const shown = this.shownPath(root.path);
    this.shownAs.set(root.path, shown.replace(/([^/]+)(\.\w+)$/, `$1-${this.counts.renamedFiles}$2`));
    this.counts.renamedFiles++;
  }

  private moveDirectory(): void {
    const top = this.random
      .pick([...this.files.keys()])
      ?.split('/')
      .slice(0, 2)
      .join('/');
    if (top === undefined) return;
    this.moves.push([top, `moved-${this.counts.movedDirectories++}/${top}`]);
  }

  private reformat(): void {
    const top = this.random.pick(this.rooted)?.path.split('/')[0];
    if (top === undefined) return;
    this.style.set(top, this.random.below(styles.length));
    this.counts.reformattings++;
  }

  private renameIdentifier(): void {
    const path = this.random.pick(this.rooted)?.path;
    if (path === undefined) return;
    const names = [...(this.files.get(path) ?? '').matchAll(/\b(?:var|let|const) ([a-z]\w{2,})\b/g)].map(
      (match) => match[1] ?? '',
    );
    const name = this.random.pick(names);
    if (name === undefined) return;
    const list = this.identifiers.get(path) ?? [];
    this.identifiers.set(path, [...list, [name, `${name}${this.counts.renamedIdentifiers++}`]]);
  }

  private styleOf(path: string): number | undefined {
    return this.style.get(path.split('/')[0] ?? '');
  }

  private shownPath(path: string): string {
    let shown = this.shownAs.get(path) ?? path;
    for (const [from, to] of this.moves) if (path.startsWith(`${from}/`)) shown = shown.replace(from, to);
    return shown;
  }
}

/** Where the line after which a plant stood is now, by the nearest line that is still there; none nearby: its code is gone. */
function newLine(line: number, map: Int32Array): number | undefined {
  for (const step of [0, 1, -1, 2, -2, 3, -3]) {
    const mapped = map[line + step] ?? -1;
    if (mapped !== -1) return Math.max(0, mapped - step);
  }
  return undefined;
}
