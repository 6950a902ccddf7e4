import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Variable } from '../model/variable.ts';
import { defaultableKeywords } from './keywords.ts';

/** Puts `default:` (and its deprecated form at the top level) into a job; a key is taken whole or not at all. */
export function withDefaults(job: YamlMap, document: YamlMap): YamlMap {
  const defaults = document.map('default');
  const isInherited = selection(job.map('inherit')?.get('default'));
  const inherited = defaultableKeywords.flatMap((key) => {
    const entry = defaults?.entry(key) ?? document.entry(key);
    return entry && job.get(key) === undefined && isInherited(key) ? [entry] : [];
  });
  return inherited.length === 0 ? job : new YamlMap([...inherited, ...job.entries], job.range);
}

/** The variables of the pipeline that the job inherits. */
export function inheritedVariables(job: YamlMap, variables: readonly Variable[]): readonly Variable[] {
  const isInherited = selection(job.map('inherit')?.get('variables'));
  return variables.filter(({ name }) => isInherited(name));
}

/** `inherit: {default: false | [keys]}`. */
function selection(node: YamlNode | undefined): (name: string) => boolean {
  if (node?.kind === 'scalar') return () => node.value !== false;
  if (node?.kind !== 'sequence') return () => true;
  const names = new Set(node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])));
  return (name) => names.has(name);
}
