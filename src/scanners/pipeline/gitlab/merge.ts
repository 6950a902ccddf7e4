import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';

/**
 * Puts one mapping on top of another: mappings merge at any depth, everything else is replaced (GitLab documentation,
 * "Use CI/CD configuration from other files", merge method). What survives keeps its place.
 */
export function mergeMaps(below: YamlMap, above: YamlMap): YamlMap {
  const entries = new Map(below.entries.map((entry) => [entry.key.text, entry]));
  for (const entry of above.entries) {
    const old = entries.get(entry.key.text)?.value;
    entries.set(entry.key.text, { key: entry.key, value: mergeValues(old, entry.value) });
  }
  return new YamlMap([...entries.values()], above.range);
}

function mergeValues(below: YamlNode | undefined, above: YamlNode): YamlNode {
  return below?.kind === 'map' && above.kind === 'map' ? mergeMaps(below, above) : above;
}

/** Without the keys whose value is null: in `extends` that takes away what a parent gives. */
export function withoutNulls(map: YamlMap): YamlMap {
  const isNull = (node: YamlNode): boolean => node.kind === 'scalar' && node.value === null && node.text === '';
  if (!map.entries.some(({ value }) => isNull(value))) return map;
  return new YamlMap(
    map.entries.filter(({ value }) => !isNull(value)),
    map.range,
  );
}
