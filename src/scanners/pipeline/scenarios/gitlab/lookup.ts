import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { Variable } from '../../model/variable.ts';
import type { Lookup } from './evaluate.ts';
import { predefinedValue, type GitlabScenario } from './gitlab-scenarios.ts';
import { absent, exact, type KnownValue } from './known-value.ts';

/**
 * What conditions see: the variables of the settings, then the definition's own, then the platform's (GitLab
 * documentation, "CI/CD variable precedence"); anything else may be set by whoever starts the pipeline, or be in settings
 * that are not known. Variables inside values are not resolved in conditions.
 */
export function createLookup(scenario: GitlabScenario, variables: readonly Variable[], facts?: GitlabFacts): Lookup {
  const isComplete = facts !== undefined && knowsAllVariables(facts);
  return (name) => {
    const set = settingsValue(name, scenario, facts);
    if (set) return set;
    const own = variables.findLast((variable) => variable.name === name)?.value;
    if (own) return exact(own.text);
    const predefined = predefinedValue(name, scenario);
    if (predefined) return predefined;
    return isComplete && !scenario.setsVariables ? absent : { kind: 'unknown', chosen: scenario.setsVariables };
  };
}

/** What the settings give a pipeline for a name; undefined when it gets nothing from them. */
function settingsValue(
  name: string,
  { privileged }: GitlabScenario,
  { variables = [], group_variables: ofGroups = [] }: GitlabFacts = {},
): KnownValue | undefined {
  const given = [...variables, ...ofGroups].filter(
    ({ key, protected: isProtected }) => key === name && !(isProtected === true && privileged === false),
  );
  if (given.length === 0) return undefined;
  const isThere = given.some(
    ({ protected: isProtected, environment_scope: scope = '*', masked }) =>
      // What is masked has eight characters at least.
      masked === true && scope === '*' && (isProtected === false || privileged === true),
  );
  return isThere ? { kind: 'some', not: [], chosen: false } : { kind: 'unknown', chosen: false };
}

/** Whether no other variable can come from settings: those of a whole instance can not be read, GitLab.com has none. */
function knowsAllVariables({ variables, group_variables: ofGroups, project, unknown }: GitlabFacts): boolean {
  if (!variables || unknown?.['group_variables'] !== undefined) return false;
  const hasGroups = project?.namespace?.kind !== 'user';
  return (!hasGroups || ofGroups !== undefined) && project?.web_url?.startsWith('https://gitlab.com/') === true;
}
