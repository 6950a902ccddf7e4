import { compilePathGlob } from '../../../../lib/glob/glob.ts';
import { listOf, type YamlNode } from '../../../../lib/yaml/node.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import { certain, or, unknown, type Truth } from '../truth.ts';
import type { GitlabScenario } from './gitlab-scenarios.ts';

/** `rules:changes`: holds without a push or a merge request to compare, unless `compare_to` says with what. */
export function changesHold(node: YamlNode, scenario: GitlabScenario): Truth {
  const compares = node.kind === 'map' && node.get('compare_to') !== undefined;
  if (!scenario.hasChanges && !compares) return certain;
  const patterns = patternsOf(node);
  return unknown(`changes: ${patterns.join(', ')}`, true);
}

/** `rules:exists`: what is in the repository is known to be there; what is not may still come from elsewhere. */
export function existsHolds(node: YamlNode, files: RepositoryFiles): Truth {
  const patterns = patternsOf(node);
  return or(...patterns.map((pattern) => (isThere(pattern, files) ? certain : unknown(`exists: ${pattern}`, false))));
}

function patternsOf(node: YamlNode): readonly string[] {
  const paths = node.kind === 'map' ? node.get('paths') : node;
  return listOf(paths).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
}

function isThere(pattern: string, files: RepositoryFiles): boolean {
  if (files.read(pattern) !== undefined) return true;
  if (!/[*?[{]/.test(pattern)) return false;
  try {
    const glob = compilePathGlob(`/${pattern.replace(/^\//, '')}`);
    for (const path of files.paths()) if (glob.matches(path)) return true;
  } catch {
    // Not a glob that we understand: nobody knows.
  }
  return false;
}
