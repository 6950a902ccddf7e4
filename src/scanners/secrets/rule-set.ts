import type { LiteralParts } from '../../lib/matcher/literal-parts.ts';
import type { Pattern, PatternMatch } from '../../lib/matcher/pattern.ts';
import type { ByteRange } from '../../model/location.ts';
import type { SecretRule } from './secret-rule.ts';

/** Compiled rules: what the matcher needs at once, and the rules themselves when something matches. */
export interface RuleSet extends RulePatterns {
  rules(): readonly SecretRule[];
}

/** The part of a rule set that is plain data. */
export interface RulePatterns {
  /** First those of the rules, then the generic ones, then the escapes. */
  readonly patterns: readonly Pattern[];
  /** Of each pattern that has one, the rule it belongs to. */
  readonly owners: readonly PatternOwner[];
  readonly parts: LiteralParts;
}

interface PatternOwner {
  /** Index of the rule. */
  readonly rule: number;
  /** Number of the capture group that holds the value. */
  readonly group: number;
}

/** Where the value stands inside a match. */
export function secretOf(match: PatternMatch, { group }: PatternOwner): ByteRange {
  const [start, end] = match.groups[group] ?? [match.start, match.end];
  return { start, end };
}
