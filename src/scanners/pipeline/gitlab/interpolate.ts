import { YamlMap, type Substitution, type YamlNode, type YamlScalar } from '../../../lib/yaml/node.ts';
import { applyFunction } from './input-functions.ts';

/** Values of `inputs`, by name; a name without a value stays as it is written. */
export type Inputs = ReadonlyMap<string, YamlNode>;

const block = /\$\[\[\s*inputs\.(?<name>[\w-]+)\s*(?<functions>(?:\|[^\]|]*){0,3})\]\]/g;

/**
 * Puts inputs into a configuration (GitLab documentation, "CI/CD inputs"): a block that is all of a value keeps its
 * type, inside a text it becomes text; in keys too.
 */
export function interpolate(node: YamlNode, inputs: Inputs): YamlNode {
  if (node.kind === 'scalar') return interpolateScalar(node, inputs);
  if (node.kind === 'sequence') {
    const items = node.items.flatMap((item): readonly YamlNode[] => {
      const value = interpolate(item, inputs);
      // A list put into a list gives its items.
      return item.kind === 'scalar' && value.kind === 'sequence' ? value.items : [value];
    });
    return { ...node, items };
  }
  const entries = node.entries.map(({ key, value }) => {
    const named = interpolateScalar(key, inputs);
    return { key: named.kind === 'scalar' ? named : key, value: interpolate(value, inputs) };
  });
  return new YamlMap(entries, node.range, node.tag);
}

function interpolateScalar(scalar: YamlScalar, inputs: Inputs): YamlNode {
  if (!scalar.text.includes('$[[')) return scalar;
  const matches = [...scalar.text.matchAll(block)];
  const [only] = matches;
  if (only && only[0].length === scalar.text.trim().length && !only.groups?.['functions']) {
    const value = inputs.get(only.groups?.['name'] ?? '');
    if (value && (value.kind !== 'scalar' || typeof value.value !== 'string')) return value;
  }
  return substitute(scalar, matches, inputs);
}

function substitute(scalar: YamlScalar, matches: readonly RegExpExecArray[], inputs: Inputs): YamlScalar {
  const substitutions: Substitution[] = [];
  let text = '';
  let from = 0;
  for (const match of matches) {
    const { name = '', functions = '' } = match.groups ?? {};
    const value = inputs.get(name);
    if (value?.kind !== 'scalar') continue;
    text += scalar.text.slice(from, match.index);
    const start = text.length;
    text += functions.split('|').slice(1).reduce(applyFunction, value.text);
    from = match.index + match[0].length;
    substitutions.push({ start, end: text.length, from: match.index, to: from, name });
  }
  if (substitutions.length === 0) return scalar;
  text += scalar.text.slice(from);
  return { ...scalar, value: text, text, original: { scalar, substitutions } };
}
