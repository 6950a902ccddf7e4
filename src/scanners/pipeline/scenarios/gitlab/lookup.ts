import type { Variable } from '../../model/variable.ts';
import type { Lookup } from './evaluate.ts';
import { predefinedValue, type GitlabScenario } from './gitlab-scenarios.ts';
import { exact } from './known-value.ts';

/**
 * What conditions see: the definition's own variables, then the platform's; anything else may be set in the settings or
 * by whoever starts the pipeline. Variables inside values are not resolved in conditions.
 */
export function createLookup(scenario: GitlabScenario, variables: readonly Variable[]): Lookup {
  return (name) => {
    const own = variables.findLast((variable) => variable.name === name)?.value;
    if (own) return exact(own.text);
    return predefinedValue(name, scenario) ?? { kind: 'unknown', chosen: scenario.setsVariables };
  };
}
