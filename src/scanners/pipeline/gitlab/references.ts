import { YamlMap, type YamlNode, type YamlSequence } from '../../../lib/yaml/node.ts';
import type { Problem } from '../model/pipeline.ts';

/** GitLab's limit of references in what a reference gives. */
const deepest = 10;
/** List items that all references of one definition may give. */
const mostItems = 1_000_000;

export interface Resolved {
  readonly node: YamlNode;
  /** References in references that it went through. */
  readonly levels: number;
  /** The references in it that lead nowhere. */
  readonly missing: readonly YamlSequence[];
}

/**
 * Resolves `!reference [job, key, …]` (GitLab documentation, "YAML optimization", !reference tags): a list in a list
 * gives its items. What is not there stays as it is written.
 */
export class References {
  readonly problems: Problem[] = [];
  readonly #find: (key: string) => YamlNode | undefined;
  readonly #known = new Map<YamlNode, Resolved>();
  readonly #open = new Set<YamlNode>();
  #items = 0;

  /** @param find gives what a key at the top means, extends resolved */
  constructor(find: (key: string) => YamlNode | undefined) {
    this.#find = find;
  }

  resolve(node: YamlNode): Resolved {
    if (node.kind === 'scalar') return { node, levels: 0, missing: [] };
    const known = this.#known.get(node);
    if (known) return known;
    const resolved = node.tag === '!reference' && node.kind === 'sequence' ? this.#follow(node) : this.#inside(node);
    this.#known.set(node, resolved);
    return resolved;
  }

  #inside(node: YamlMap | YamlSequence): Resolved {
    let levels = 0;
    let isChanged = false;
    let missing: readonly YamlSequence[] = [];
    const inner = (value: YamlNode): YamlNode => {
      const resolved = this.resolve(value);
      levels = Math.max(levels, resolved.levels);
      isChanged ||= resolved.node !== value;
      if (resolved.missing.length > 0) missing = [...missing, ...resolved.missing];
      return resolved.node;
    };
    const result =
      node.kind === 'map'
        ? new YamlMap(
            node.entries.map(({ key, value }) => ({ key, value: inner(value) })),
            node.range,
            node.tag,
          )
        : { ...node, items: node.items.flatMap((item) => this.#splice(item, inner(item))) };
    return { node: isChanged ? result : node, levels, missing };
  }

  #splice(item: YamlNode, resolved: YamlNode): readonly YamlNode[] {
    const isReference = item.kind === 'sequence' && item.tag === '!reference';
    if (!isReference || resolved.kind !== 'sequence' || resolved === item) return [resolved];
    const before = this.#items;
    this.#items += resolved.items.length;
    if (this.#items <= mostItems) return resolved.items;
    if (before <= mostItems) {
      this.problems.push({ code: 'limit', message: 'references multiply the content too much', at: item.range });
    }
    return [];
  }

  #follow(reference: YamlSequence): Resolved {
    const [name = '', ...keys] = reference.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
    let target = this.#find(name);
    for (const key of keys) target = target?.kind === 'map' ? target.get(key) : undefined;
    if (!target) return { node: reference, levels: 0, missing: [reference] };
    if (this.#open.has(reference)) {
      this.problems.push({ code: 'cycle', message: 'a reference leads to itself', at: reference.range });
      return { node: reference, levels: 0, missing: [] };
    }
    this.#open.add(reference);
    const { node, levels, missing } = this.resolve(target);
    this.#open.delete(reference);
    if (levels + 1 === deepest + 1) {
      this.problems.push({ code: 'schema', message: `more than ${deepest} levels of references`, at: reference.range });
    }
    return { node, levels: levels + 1, missing };
  }
}
