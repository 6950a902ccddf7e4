import type { TextRange } from '../text/source-text.ts';

/** A YAML value that knows where it was written. Merging and resolving make new nodes; places stay. */
export type YamlNode = YamlMap | YamlSequence | YamlScalar;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A part of a text that was put in for a placeholder. */
export interface Substitution {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Where its placeholder stands in the original's text. */
  readonly from: number;
  readonly to: number;
  /** The name in the placeholder. */
  readonly name: string;
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The value as text; numbers and booleans as they were written. */
  readonly text: string;
  readonly style: ScalarStyle;
  readonly range: TextRange;
  /** Local tag such as `!reference`, or undefined. */
  readonly tag?: string;
  /** What was written, where placeholders in it were replaced; `range` is the original's. */
  readonly original?: { readonly scalar: YamlScalar; readonly substitutions: readonly Substitution[] };
}

export interface YamlSequence {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly range: TextRange;
  readonly tag?: string;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** A mapping. Each key is there once: of repeated ones the last. */
export class YamlMap {
  readonly kind = 'map';
  readonly entries: readonly YamlEntry[];
  readonly range: TextRange;
  readonly tag?: string;
  #index: ReadonlyMap<string, YamlEntry> | undefined;

  constructor(entries: readonly YamlEntry[], range: TextRange, tag?: string) {
    this.entries = entries;
    this.range = range;
    if (tag !== undefined) this.tag = tag;
  }

  entry(key: string): YamlEntry | undefined {
    this.#index ??= new Map(this.entries.map((entry) => [entry.key.text, entry]));
    return this.#index.get(key);
  }

  get(key: string): YamlNode | undefined {
    return this.entry(key)?.value;
  }

  map(key: string): YamlMap | undefined {
    const value = this.get(key);
    return value?.kind === 'map' ? value : undefined;
  }

  /** The text of a scalar that is not null. */
  text(key: string): string | undefined {
    return textOf(this.get(key));
  }

  /** The items of a sequence; a single value counts as a sequence of one. */
  list(key: string): readonly YamlNode[] {
    return listOf(this.get(key));
  }
}

export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

export function listOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
  return node.kind === 'sequence' ? node.items : [node];
}
