import { YamlMap, type YamlEntry, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Variable } from '../model/variable.ts';
import { defaultableKeywords } from './grammar.ts';
import { globalDefaults } from './keywords.ts';

/** What jobs inherit: `default:`, and its deprecated form at the top level. */
export function defaultEntries(document: YamlMap): readonly YamlEntry[] {
  const defaults = document.map('default');
  return defaultableKeywords.flatMap((key) => {
    const entry = defaults?.entry(key) ?? (globalDefaults.has(key) ? document.entry(key) : undefined);
    return entry ? [entry] : [];
  });
}

/** Puts the defaults into a job; a key is taken whole or not at all. A job that starts a pipeline runs nothing itself. */
export function withDefaults(job: YamlMap, defaults: readonly YamlEntry[]): YamlMap {
  const isInherited = selection(job.map('inherit')?.get('default'));
  const startsPipeline = job.get('trigger') !== undefined;
  const inherited = defaults.filter(
    ({ key }) =>
      job.get(key.text) === undefined && isInherited(key.text) && (!startsPipeline || key.text === 'interruptible'),
  );
  return inherited.length === 0 ? job : new YamlMap([...inherited, ...job.entries], job.range);
}

/** The variables of the pipeline that the job inherits. */
export function inheritedVariables(job: YamlMap, variables: readonly Variable[]): readonly Variable[] {
  const inherit = job.map('inherit')?.get('variables');
  if (inherit === undefined) return variables;
  const isInherited = selection(inherit);
  return variables.filter(({ name }) => isInherited(name));
}

/** `inherit: {default: false | [keys]}`. */
function selection(node: YamlNode | undefined): (name: string) => boolean {
  if (node?.kind === 'scalar') return () => node.value !== false;
  if (node?.kind !== 'sequence') return () => true;
  const names = new Set(node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])));
  return (name) => names.has(name);
}
