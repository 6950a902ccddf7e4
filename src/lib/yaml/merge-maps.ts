import type { YamlEntry, YamlMap, YamlNode } from './node.ts';

/** The mappings that the value of a merge key brings. */
export function mapsIn(node: YamlNode): readonly YamlMap[] {
  if (node.kind === 'map') return [node];
  return node.kind === 'sequence' ? node.items.flatMap((item) => (item.kind === 'map' ? [item] : [])) : [];
}

/** Own keys win over merged ones, earlier merged maps over later (YAML merge type, "Merge Key Language-Independent Type"). */
export function inherit(own: ReadonlyMap<string, YamlEntry>, merged: readonly YamlMap[]): readonly YamlEntry[] {
  if (merged.length === 0) return [...own.values()];
  const all = new Map<string, YamlEntry>();
  for (const map of merged) {
    for (const entry of map.entries) if (!all.has(entry.key.text)) all.set(entry.key.text, entry);
  }
  for (const [name, entry] of own) all.set(name, entry);
  return [...all.values()];
}
