import type { Block } from '../../lib/hcl/syntax.ts';
import type { SourceText } from '../../lib/text/source-text.ts';

/** A block with the file that it stands in. */
export interface PlacedBlock {
  readonly block: Block;
  readonly source: SourceText;
}

/** What the files of one directory declare, by type and labels: `resource aws_iam_role ci`, `variable name`. */
export class ModuleFiles {
  readonly directory: string;
  readonly #blocks = new Map<string, PlacedBlock[]>();
  readonly #byName = new Map<string, PlacedBlock>();

  constructor(directory: string) {
    this.directory = directory;
  }

  add(block: Block, source: SourceText): void {
    const placed = { block, source };
    const list = this.#blocks.get(block.type) ?? [];
    this.#blocks.set(block.type, list);
    list.push(placed);
    const name = [block.type, ...block.labels].join(' ');
    if (!this.#byName.has(name)) this.#byName.set(name, placed);
  }

  of(type: string): readonly PlacedBlock[] {
    return this.#blocks.get(type) ?? [];
  }

  find(type: string, ...labels: readonly string[]): PlacedBlock | undefined {
    return this.#byName.get([type, ...labels].join(' '));
  }
}
