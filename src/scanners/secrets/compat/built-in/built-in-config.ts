import type { RuleMeta } from '../../../../model/rule.ts';
import { genericRules } from '../../generic/rules.ts';
import { secretRules } from '../../rules/all.ts';
import type { CompatConfig, CompatRule } from '../config/config.ts';

/**
 * The scanner's own rules as a gitleaks configuration: what runs without a configuration file, and what `useDefault`
 * means. A rule has the id under which gitleaks' users know the format, where there is one.
 */
export function builtInConfig(): CompatConfig {
  const rules = new Map<string, CompatRule>();
  for (const rule of [...secretRules, ...genericRules]) {
    const id = compatId(rule);
    if (!rules.has(id)) rules.set(id, compatRule(id, rule.title));
  }
  return { path: '', rules, order: [...rules.keys()].toSorted(), allowlists: [] };
}

/** Some rules of ours are one rule of gitleaks. */
export function compatId(rule: RuleMeta & { readonly gitleaks?: string }): string {
  return rule.gitleaks ?? rule.id.slice(rule.id.indexOf('/') + 1);
}

function compatRule(id: string, description: string): CompatRule {
  return {
    id,
    description,
    builtIn: true,
    secretGroup: 0,
    entropy: 0,
    keywords: [],
    tags: [],
    allowlists: [],
    required: [],
    skipReport: false,
  };
}
