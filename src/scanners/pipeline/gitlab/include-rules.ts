import type { YamlMap, YamlNode } from '../../../lib/yaml/node.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { filesMatching } from './local-files.ts';

/**
 * Whether the rules of an include let it in: `maybe` when that depends on how the pipeline is started (GitLab
 * documentation, "Use rules with include"). Without rules it always is.
 */
export function letsIn(rules: readonly YamlNode[], files: RepositoryFiles): 'yes' | 'no' | 'maybe' {
  if (rules.length === 0) return 'yes';
  const reachable: ('yes' | 'no')[] = [];
  for (const rule of rules) {
    if (rule.kind !== 'map') return 'maybe';
    reachable.push(rule.text('when') === 'never' ? 'no' : 'yes');
    if (isCertain(rule, files))
      return reachable.every((one) => one === reachable[0]) ? (reachable[0] ?? 'no') : 'maybe';
  }
  return reachable.includes('yes') ? 'maybe' : 'no';
}

/** What is in the repository is there; what is not seen may still be. */
function isCertain(rule: YamlMap, files: RepositoryFiles): boolean {
  if (rule.get('if') !== undefined || rule.get('changes') !== undefined) return false;
  const exists = rule.get('exists');
  if (exists === undefined) return true;
  const paths = exists.kind === 'map' ? exists.list('paths') : rule.list('exists');
  const elsewhere = exists.kind === 'map' && exists.get('project') !== undefined;
  return !elsewhere && paths.some((path) => path.kind === 'scalar' && filesMatching(path.text, files).length > 0);
}
