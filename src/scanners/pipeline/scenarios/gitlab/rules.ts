import type { YamlMap, YamlNode } from '../../../../lib/yaml/node.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import { and, certain, not, type Truth } from '../truth.ts';
import { changesHold, existsHolds } from './changed-paths.ts';
import { conditionHolds } from './condition.ts';
import type { Lookup } from './evaluate.ts';
import type { GitlabScenario } from './gitlab-scenarios.ts';

/** What a rule that matches decides, and under which condition it is the one that does. */
export interface RuleOutcome {
  readonly when: Truth;
  /** Undefined: no rule matches, the job is not part of the pipeline. */
  readonly rule?: YamlMap;
}

export interface Circumstances {
  readonly scenario: GitlabScenario;
  readonly files: RepositoryFiles;
  readonly lookup: Lookup;
  /** Undefined: an include that could not be looked at may bring them. */
  readonly hasWorkflowRules: boolean | undefined;
}

/** The outcomes that are possible: of the rules that may match each, and none, unless one certainly does before. */
export function ruleOutcomes(rules: readonly YamlNode[], circumstances: Circumstances): readonly RuleOutcome[] {
  const outcomes: RuleOutcome[] = [];
  let reached = certain;
  for (const rule of rules) {
    if (rule.kind !== 'map') continue;
    const holds = ruleHolds(rule, circumstances);
    const when = and(reached, holds);
    if (when.value !== false) outcomes.push({ when, rule });
    reached = and(reached, not(holds));
    if (reached.value === false) return outcomes;
  }
  return [...outcomes, { when: reached }];
}

/** `if`, `changes` and `exists` of one rule must all hold. */
function ruleHolds(rule: YamlMap, { scenario, files, lookup }: Circumstances): Truth {
  const condition = rule.get('if');
  const changes = rule.get('changes');
  const exists = rule.get('exists');
  return and(
    condition ? conditionHolds(condition, lookup) : certain,
    changes ? changesHold(changes, scenario) : certain,
    exists ? existsHolds(exists, files) : certain,
  );
}
