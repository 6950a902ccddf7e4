import { compileRules } from './compile-rules.ts';
import type { RuleSet } from './rule-set.ts';
import { secretRules } from './rules/all.ts';

/**
 * The scanner's own rules, compiled when this module is loaded. The build puts the patterns ready-made into the hook,
 * which loads the rules only when one of them matches.
 */
export const ownRules: RuleSet = compileRules(secretRules);
