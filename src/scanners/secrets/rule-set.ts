import { tightenPattern } from '../../lib/matcher/tighten-pattern.ts';
import type { Pattern } from '../../lib/matcher/pattern.ts';
import { compileSecret, type CompiledSecret } from './compile-secret.ts';
import type { SecretRule } from './secret-rule.ts';

/** Compiled rules: what the matcher needs at once, and the rules themselves when something matches. */
export interface RuleSet {
  readonly patterns: readonly Pattern[];
  /** The rule that a pattern belongs to. */
  owner(pattern: number): CompiledSecret | undefined;
}

export function compileRules(rules: readonly SecretRule[]): RuleSet {
  const compiled = rules.map((rule) => compileSecret(rule));
  const owners = compiled.flatMap((secret) => secret.patterns.map(() => secret));
  return {
    patterns: compiled.flatMap((secret) => secret.patterns.map(tightenPattern)),
    owner: (pattern) => owners[pattern],
  };
}
