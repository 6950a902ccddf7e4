import { isAlias, isMap, isScalar, isSeq, type Document, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { SourceText, TextRange } from '../text/source-text.ts';
import { inherit, mapsIn } from './merge-maps.ts';
import { YamlMap, type ScalarStyle, type YamlEntry, type YamlNode, type YamlScalar } from './node.ts';
import type { YamlProblem } from './parse-yaml.ts';

export const deepest = 256;
/** Nodes that a document may have once its aliases are expanded; ten thousand jobs have about half a million. */
export const mostNodes = 2_000_000;

/**
 * Makes our nodes of a parsed document: anchors and merge keys resolved, shared values shared.
 * @param show takes back what was hidden in texts before they were parsed
 */
export function convertDocument(
  document: Document.Parsed,
  source: SourceText,
  show?: (text: string) => string,
): { readonly node?: YamlNode; readonly problems: readonly YamlProblem[] } {
  if (document.contents === null) return { problems: [] };
  const conversion = new Conversion(source, show);
  const { node, size } = conversion.convert(document.contents, 0);
  const { problems } = conversion;
  if (conversion.tooDeep) return { problems: [...problems, limit(source, `values are nested deeper than ${deepest}`)] };
  if (size > mostNodes) return { problems: [...problems, limit(source, 'aliases multiply the content too much')] };
  return { node, problems };
}

interface Converted {
  readonly node: YamlNode;
  /** Nodes in it, aliases expanded. */
  readonly size: number;
}

class Conversion {
  readonly problems: YamlProblem[] = [];
  tooDeep = false;
  readonly #source: SourceText;
  readonly #show: ((text: string) => string) | undefined;
  readonly #anchors = new Map<string, Converted>();

  constructor(source: SourceText, show: ((text: string) => string) | undefined) {
    this.#source = source;
    this.#show = show;
  }

  convert(node: unknown, depth: number): Converted {
    if (isAlias(node)) {
      const known = this.#anchors.get(node.source);
      if (known) return known;
      // An alias inside its own anchor, or of an anchor that does not exist.
      this.#report('syntax', `*${node.source} is not defined before this place`, this.#range(node));
      return this.#nothing(node);
    }
    if (depth > deepest) {
      this.tooDeep = true;
      return this.#nothing(node);
    }
    const converted = this.#convertValue(node, depth);
    // In the order of the document, so that a name that is given twice means the latest (YAML 1.2.2 §7.1).
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, converted);
    return converted;
  }

  #convertValue(node: unknown, depth: number): Converted {
    if (isScalar(node)) return { node: this.#scalar(node), size: 1 };
    if (isMap(node)) return this.#map(node, depth);
    if (!isSeq(node)) return this.#nothing(node);
    const items = node.items.map((item) => this.convert(item, depth + 1));
    return {
      node: {
        kind: 'sequence',
        items: items.map((item) => item.node),
        range: this.#range(node),
        ...localTag(node.tag),
      },
      size: sum(items),
    };
  }

  #map(node: YAMLMap, depth: number): Converted {
    const own = new Map<string, YamlEntry>();
    const merged: YamlMap[] = [];
    let size = 1;
    for (const pair of node.items) {
      const value = this.convert(pair.value, depth + 1);
      size += value.size + 1;
      if (isMergeKey(pair)) {
        merged.push(...mapsIn(value.node));
        continue;
      }
      const key = this.#key(pair);
      if (own.has(key.text)) this.#report('duplicate-key', `the key '${key.text}' is there twice`, key.range);
      // Deleted first, so that the entry stands where its value was written.
      own.delete(key.text);
      own.set(key.text, { key, value: value.node });
    }
    return { node: new YamlMap(inherit(own, merged), this.#range(node), localTag(node.tag).tag), size };
  }

  #key({ key }: Pair): YamlScalar {
    const { node } = this.convert(key, 0);
    if (node.kind === 'scalar') return node;
    this.#report('syntax', 'a list or a mapping can not be a key here', node.range);
    return { kind: 'scalar', value: '', text: '', style: 'plain', range: node.range };
  }

  #scalar(node: Scalar): YamlScalar {
    const range = this.#range(node);
    const { source } = node;
    const read = isLetter(node) ? source : node.value;
    const value = this.#show && typeof read === 'string' ? this.#show(read) : read;
    if (value === null || value === undefined) {
      return { kind: 'scalar', value: null, text: '', style: 'plain', range, ...localTag(node.tag) };
    }
    const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const text = typeof value === 'string' ? value : (source ?? `${simple ? value : ''}`);
    return {
      kind: 'scalar',
      value: simple ? value : text,
      text,
      style: styles[node.type ?? 'PLAIN'] ?? 'plain',
      range,
      ...localTag(node.tag),
    };
  }

  #nothing(node: unknown): Converted {
    const scalar: YamlScalar = { kind: 'scalar', value: null, text: '', style: 'plain', range: this.#range(node) };
    return { node: scalar, size: 1 };
  }

  #range(node: unknown): TextRange {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    return { source: this.#source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  }

  #report(code: YamlProblem['code'], message: string, range: TextRange): void {
    this.problems.push({ code, message, range });
  }
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Psych and libyaml read `y` and `n` as text; YAML 1.1 has them among its booleans. */
function isLetter({ value, source, tag }: Scalar): boolean {
  return typeof value === 'boolean' && source?.length === 1 && tag === undefined;
}

function isMergeKey({ key }: Pair): boolean {
  if (!isScalar(key) || key.type !== 'PLAIN') return false;
  return key.value === '<<' || (typeof key.value === 'symbol' && key.value.description === '<<');
}

function localTag(tag: string | undefined): { readonly tag?: string } {
  return tag?.startsWith('!') ? { tag } : {};
}

function sum(items: readonly Converted[]): number {
  return items.reduce((total, item) => total + item.size, 1);
}

function limit(source: SourceText, message: string): YamlProblem {
  return { code: 'limit', message, range: { source, start: 0, end: 0 } };
}
