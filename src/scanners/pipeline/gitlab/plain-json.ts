import type { YamlNode } from '../../../lib/yaml/node.ts';

/** A value without its places. */
export function plainJson(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plainJson);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainJson(value)]));
}
