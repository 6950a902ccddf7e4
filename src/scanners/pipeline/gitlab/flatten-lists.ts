import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';

/** Keywords whose lists may hold lists, as aliases of lists make them; GitLab takes the items. */
const flattened: ReadonlySet<string> = new Set(['rules', 'needs']);

/** Puts the items of lists in lists in their place, where GitLab does. */
export function flattenLists(map: YamlMap): YamlMap {
  const isNested = map.entries.some(({ key, value }) => flattened.has(key.text) && hasLists(value));
  if (!isNested) return map;
  const entries = map.entries.map((entry) =>
    flattened.has(entry.key.text) && entry.value.kind === 'sequence'
      ? { key: entry.key, value: { ...entry.value, items: entry.value.items.flatMap(itemsOf) } }
      : entry,
  );
  return new YamlMap(entries, map.range, map.tag);
}

function hasLists(value: YamlNode): boolean {
  return value.kind === 'sequence' && value.items.some((item) => item.kind === 'sequence' && item.tag === undefined);
}

function itemsOf(node: YamlNode): readonly YamlNode[] {
  return node.kind === 'sequence' && node.tag === undefined ? node.items.flatMap(itemsOf) : [node];
}
