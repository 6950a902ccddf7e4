import type { Facts } from '../../facts/facts.ts';
import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { ManagedFault } from '../../facts/managed-settings.ts';
import { isSecretName } from '../../taint/secret-names.ts';
import type { Issue } from '../../rule.ts';

type Variable = NonNullable<GitlabFacts['group_variables']>[number];

/** Of a variable that Terraform sets. */
export const secretKey: NonNullable<ManagedFault['where']> = {
  attribute: 'key',
  is: (key) => typeof key === 'string' && isSecretName(key),
};

/**
 * Judges the variables whose names say that they are secret, the project's and its groups'. Undefined when nothing is
 * wrong with those that are known, and others are not.
 * @param problem what is wrong with one, as a predicate: `is printed as it is`
 */
export function judgeSecrets(
  facts: GitlabFacts,
  all: Facts,
  problem: (variable: Variable) => string | undefined,
): readonly Issue[] | undefined {
  const issues = (['variables', 'group_variables'] as const).flatMap((fact) =>
    (facts[fact] ?? []).flatMap((variable: Variable, index): readonly Issue[] => {
      const { key, group } = variable;
      const found = isSecretName(key) ? problem(variable) : undefined;
      const name = group === undefined ? key : `${key} of the group ${group}`;
      return found === undefined ? [] : [{ at: all.at('gitlab', fact, index), message: `${name} ${found}` }];
    }),
  );
  const isComplete = facts.variables !== undefined && facts.unknown?.['group_variables'] === undefined;
  return issues.length > 0 || isComplete ? issues : undefined;
}
