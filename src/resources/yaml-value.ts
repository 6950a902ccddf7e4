import type { TextRange } from '../lib/text/source-text.ts';
import type { YamlNode } from '../lib/yaml/node.ts';
import { scalar, type Value } from './value.ts';

/**
 * A value of a YAML or JSON node; tags mean nothing.
 * @param at where everything is said to be, for texts that are not a file's
 */
export function fromYaml(node: YamlNode, at?: TextRange): Value {
  const place = at ?? node.range;
  if (node.kind === 'scalar') return scalar(node.value, place);
  if (node.kind === 'sequence') return { kind: 'list', items: node.items.map((item) => fromYaml(item, at)), at: place };
  return {
    kind: 'map',
    entries: new Map(node.entries.map(({ key, value }) => [key.text, fromYaml(value, at)])),
    at: place,
  };
}
