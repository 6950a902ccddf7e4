import type { TextRange } from '../lib/text/source-text.ts';
import type { YamlNode } from '../lib/yaml/node.ts';
import { scalar, type Value } from './value.ts';

/**
 * A value of a YAML or JSON node; tags mean nothing.
 * @param place where a part of the text is said to be, for texts that are not a file's
 */
export function fromYaml(node: YamlNode, place: (range: TextRange) => TextRange = (range) => range): Value {
  const at = place(node.range);
  if (node.kind === 'scalar') return scalar(node.value, at);
  if (node.kind === 'sequence') return { kind: 'list', items: node.items.map((item) => fromYaml(item, place)), at };
  const entries = node.entries.map(({ key, value }) => [key.text, fromYaml(value, place)] as const);
  return { kind: 'map', entries: new Map(entries), at };
}
