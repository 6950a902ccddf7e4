import { secretRules } from '../../../src/scanners/secrets/rules/all.ts';
import type { SecretRule } from '../../../src/scanners/secrets/secret-rule.ts';

const byName = new Map(secretRules.map((rule) => [rule.id.slice('secrets/'.length), rule]));

/** The rule with this name. */
export function ruleIndex(name: string): SecretRule {
  const rule = byName.get(name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
}
