import { escapePatterns } from '../../lib/encoding/escapes.ts';
import { planParts } from '../../lib/matcher/matcher.ts';
import { planSearch } from '../../lib/matcher/plan-search.ts';
import { tightenPattern } from '../../lib/matcher/tighten-pattern.ts';
import { compileSecret } from './compile-secret.ts';
import { genericPatterns } from './generic/generic-patterns.ts';
import type { RulePatterns, RuleSet } from './rule-set.ts';
import type { SecretRule } from './secret-rule.ts';

export function compileRules(rules: readonly SecretRule[]): RuleSet {
  return { ...compilePatterns(rules), rules: () => rules };
}

/** Everything about the rules' patterns that is known before there is anything to scan. */
export function compilePatterns(rules: readonly SecretRule[]): RulePatterns {
  const compiled = rules.map((rule) => compileSecret(rule));
  const own = compiled.flatMap(({ patterns }) => patterns.map(tightenPattern));
  const patterns = [...own, ...genericPatterns, ...escapePatterns].map((pattern) => ({
    ...pattern,
    plan: planSearch(pattern),
  }));
  return {
    patterns,
    owners: compiled.flatMap((secret, rule) => secret.patterns.map(() => ({ rule, group: secret.group }))),
    parts: planParts(patterns),
  };
}
