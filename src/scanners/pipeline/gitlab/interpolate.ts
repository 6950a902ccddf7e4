import type { TextRange } from '../../../lib/text/source-text.ts';
import { YamlMap, type Substitution, type YamlNode, type YamlScalar } from '../../../lib/yaml/node.ts';
import type { Problem } from '../model/pipeline.ts';
import { applyFunction, mostFunctions } from './input-functions.ts';
import { plainJson } from './plain-json.ts';

/** Values of `inputs`, by name; a name without a value stays as it is written. */
export type Inputs = ReadonlyMap<string, YamlNode>;

/** GitLab's limit for one text with blocks in it. */
const longestText = 1_000_000;
/** What all blocks of a file may put in: characters and list items. */
const mostText = 20_000_000;
const mostItems = 1_000_000;

/** GitLab's limit for what stands in a block is a thousand characters. */
const block = /\$\[\[(?<inner>[^\n]{0,1000}?)\]\]/g;
const access = /^\s*inputs\.(?<name>[\w-]+)(?<path>(?:\[\d+\]|\.[\w-]+)*)\s*(?<functions>(?:\|[^|]*)*)$/;

/**
 * Puts inputs into a configuration (GitLab documentation, "CI/CD inputs"): a block that is all of a value keeps its
 * type, inside a text it becomes text; in keys too.
 * @param declared names of the inputs that the file's header declares
 */
export function interpolate(
  node: YamlNode,
  inputs: Inputs,
  declared: ReadonlySet<string>,
): { readonly node: YamlNode; readonly problems: readonly Problem[] } {
  const interpolation = new Interpolation(inputs, declared);
  return { node: interpolation.node(node), problems: interpolation.problems };
}

/** A block in a text, and what it stands for. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly value: YamlNode | undefined;
}

class Interpolation {
  readonly problems: Problem[] = [];
  readonly #inputs: Inputs;
  readonly #declared: ReadonlySet<string>;
  /** Of shared nodes (anchors), so that they stay shared. */
  readonly #done = new Map<YamlNode, YamlNode>();
  #text = 0;
  #items = 0;

  constructor(inputs: Inputs, declared: ReadonlySet<string>) {
    this.#inputs = inputs;
    this.#declared = declared;
  }

  node(node: YamlNode): YamlNode {
    if (node.kind === 'scalar') return this.#scalar(node);
    const known = this.#done.get(node);
    if (known) return known;
    const result = node.kind === 'map' ? this.#map(node) : { ...node, items: this.#list(node.items) };
    this.#done.set(node, result);
    return result;
  }

  #map(map: YamlMap): YamlMap {
    const entries = map.entries.map(({ key, value }) => {
      const named = this.#scalar(key);
      return { key: named.kind === 'scalar' ? named : key, value: this.node(value) };
    });
    return new YamlMap(entries, map.range, map.tag);
  }

  #list(items: readonly YamlNode[]): readonly YamlNode[] {
    return items.flatMap((item): readonly YamlNode[] => {
      const value = this.node(item);
      // A list put into a list gives its items.
      if (item.kind !== 'scalar' || value.kind !== 'sequence') return [value];
      this.#items += value.items.length;
      return this.#items > mostItems ? this.#tooMuch(item.range, []) : value.items;
    });
  }

  #scalar(scalar: YamlScalar): YamlNode {
    if (!scalar.text.includes('$[[')) return scalar;
    const blocks = [...scalar.text.matchAll(block)].flatMap((match) => this.#read(match, scalar.range));
    const [only] = blocks;
    const { value } = only ?? {};
    if (only && value && only.to - only.from === scalar.text.trim().length && !isText(value)) return value;
    return this.#substitute(scalar, blocks);
  }

  #substitute(scalar: YamlScalar, blocks: readonly Block[]): YamlScalar {
    const substitutions: Substitution[] = [];
    let text = '';
    let last = 0;
    for (const { from, to, name, value } of blocks) {
      if (!value) continue;
      const put = value.kind === 'scalar' ? value.text : JSON.stringify(plainJson(value));
      this.#text += put.length;
      if (this.#text > mostText || text.length + put.length > longestText) return this.#tooMuch(scalar.range, scalar);
      text += scalar.text.slice(last, from);
      substitutions.push({ start: text.length, end: text.length + put.length, from, to, name });
      text += put;
      last = to;
    }
    if (substitutions.length === 0) return scalar;
    text += scalar.text.slice(last);
    return { ...scalar, value: text, text, original: { scalar, substitutions } };
  }

  #read(match: RegExpExecArray, at: TextRange): readonly Block[] {
    const groups = access.exec(match.groups?.['inner'] ?? '')?.groups;
    if (!groups) return [];
    const { name = '', path = '', functions = '' } = groups;
    const value = this.#value(name, path, functions.split('|').slice(1), at);
    return [{ from: match.index, to: match.index + match[0].length, name, value }];
  }

  /** What a block stands for; undefined when that is not known. */
  #value(name: string, path: string, calls: readonly string[], at: TextRange): YamlNode | undefined {
    if (!this.#declared.has(name)) {
      this.problems.push({ code: 'missing', message: `there is no input ${name} in the header (spec)`, at });
      return undefined;
    }
    let value = this.#inputs.get(name);
    for (const [, index, key] of path.matchAll(/\[(\d+)\]|\.([\w-]+)/g)) {
      if (index !== undefined) value = value?.kind === 'sequence' ? value.items[Number(index)] : undefined;
      else value = value?.kind === 'map' ? value.get(key ?? '') : undefined;
    }
    if (calls.length > mostFunctions) {
      this.problems.push({ code: 'schema', message: `more than ${mostFunctions} functions in one block`, at });
      return undefined;
    }
    for (const call of calls) {
      const result: YamlNode | undefined = value && applyFunction(value, call);
      if (value && !result) {
        this.problems.push({ code: 'schema', message: `${call.trim()} can not be applied to ${name}`, at });
      }
      value = result;
    }
    return value;
  }

  #tooMuch<T>(at: TextRange, instead: T): T {
    const said = this.problems.some(({ code }) => code === 'limit');
    if (!said) this.problems.push({ code: 'limit', message: 'inputs multiply the content too much', at });
    return instead;
  }
}

function isText(value: YamlNode): boolean {
  return value.kind === 'scalar' && (typeof value.value === 'string' || value.value === null);
}
