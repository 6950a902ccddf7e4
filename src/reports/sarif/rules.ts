import type { Finding } from '../../model/finding.ts';
import type { ReportedRule } from '../../model/report.ts';
import { compareSeverity, type Severity } from '../../model/severity.ts';
import { proseInMarkdown } from '../prose.ts';
import { limits } from './limits.ts';
import { levels, precisions, securitySeverities } from './severity.ts';
import type { Taxonomies } from './taxonomies.ts';

/** SARIF rule descriptors (2.1.0 §3.49) and where each stands in the list. */
export interface RuleList {
  readonly descriptors: readonly object[];
  indexOf(ruleId: string): number;
}

/** Every rule that ran, then the rules of imported findings, of which only the id is known. */
export function ruleList(rules: readonly ReportedRule[], findings: readonly Finding[], taxa: Taxonomies): RuleList {
  const severities = worstByRule(findings);
  const known = new Set(rules.map((rule) => rule.id));
  const foreign = [...severities.keys()].filter((id) => !known.has(id)).sort();
  const positions = new Map([...rules.map((rule) => rule.id), ...foreign].map((id, index) => [id, index]));
  return {
    descriptors: [
      ...rules.map((rule) => descriptor(rule, severities.get(rule.id) ?? rule.severity, taxa)),
      ...foreign.map((id) => foreignDescriptor(id, severities.get(id) ?? 'info')),
    ],
    indexOf: (ruleId) => positions.get(ruleId) ?? -1,
  };
}

function descriptor(rule: ReportedRule, severity: Severity, taxa: Taxonomies): object {
  const references = (rule.references ?? []).filter((url) => /^https?:\/\//.test(url) && URL.canParse(url));
  const [helpUri] = references;
  const relationships = taxa.of(rule).map((target) => ({ target, kinds: ['superset'] }));
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: {
      text: [rule.why, `How to fix: ${rule.fix}`, ...references].join('\n\n'),
      markdown: [
        proseInMarkdown(rule.why),
        `**How to fix:** ${proseInMarkdown(rule.fix)}`,
        ...references.map((url) => `<${url}>`),
      ].join('\n\n'),
    },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[severity] },
    ...(relationships.length > 0 && { relationships }),
    properties: {
      'security-severity': securitySeverities[severity],
      precision: precisions[rule.confidence],
      tags: tags(rule),
    },
  };
}

function foreignDescriptor(id: string, severity: Severity): object {
  return {
    id,
    defaultConfiguration: { level: levels[severity] },
    properties: { 'security-severity': securitySeverities[severity], tags: ['security'] },
  };
}

/** `external/cwe/cwe-079` is how code scanning files a rule under its weakness. */
function tags(rule: ReportedRule): string[] {
  const weaknesses = rule.cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`);
  return [...new Set(['security', ...weaknesses, ...rule.tags])].slice(0, limits.tags);
}

/** A policy may raise or lower a rule; code scanning looks only at the rule, so the rule must say what was found. */
function worstByRule(findings: readonly Finding[]): Map<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { ruleId, severity } of findings) {
    const before = worst.get(ruleId);
    if (before === undefined || compareSeverity(severity, before) > 0) worst.set(ruleId, severity);
  }
  return worst;
}

function pascalCase(id: string): string {
  const local = id.slice(id.lastIndexOf('/') + 1);
  return local.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, first: string) => first.toUpperCase());
}
