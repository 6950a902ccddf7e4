import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';

const deepest = 10;

/** Resolves `!reference [job, key, …]` in a value; a list in a list gives its items. What is not there stays. */
export function resolveReferences(node: YamlNode, find: (job: string) => YamlMap | undefined, depth = 0): YamlNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }) => ({ key, value: resolveReferences(value, find, depth) }));
    return new YamlMap(entries, node.range, node.tag);
  }
  if (node.tag === '!reference') {
    const target = depth < deepest ? follow(node.items, find) : undefined;
    return target ? resolveReferences(target, find, depth + 1) : node;
  }
  const items = node.items.flatMap((item): readonly YamlNode[] => {
    const resolved = resolveReferences(item, find, depth);
    const isSpliced =
      item.kind === 'sequence' && item.tag === '!reference' && resolved.kind === 'sequence' && resolved !== item;
    return isSpliced ? resolved.items : [resolved];
  });
  return { ...node, items };
}

function follow(path: readonly YamlNode[], find: (job: string) => YamlMap | undefined): YamlNode | undefined {
  const [job, ...keys] = path.map((item) => (item.kind === 'scalar' ? item.text : ''));
  let node: YamlNode | undefined = job === undefined ? undefined : find(job);
  for (const key of keys) node = node?.kind === 'map' ? node.get(key) : undefined;
  return node;
}
