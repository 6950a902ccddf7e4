import type { Evidence } from '../../model/evidence.ts';
import { atLeast, compareConfidence } from '../../model/severity.ts';
import { standings } from '../judge/standing.ts';
import type { Gate, Policy } from '../policy.ts';
import { overrideOf } from '../rule-override.ts';
import { describeWaiver } from '../waivers/describe-waiver.ts';
import { waiverMatcher } from '../waivers/waiver-matcher.ts';

export interface FindingExplanation {
  /** Whether this finding alone shuts the gate. */
  readonly shuts: boolean;
  /** Step by step, in the order in which the gate looks. */
  readonly steps: readonly string[];
}

/** What a gate makes of one finding, and why. @param index into the evidence's findings */
export function explainFinding(gate: Gate, evidence: Evidence, policy: Policy, index: number): FindingExplanation {
  const standing = standings(gate, evidence, policy, Date.parse(evidence.now))[index];
  if (!standing) return { shuts: false, steps: ['there is no such finding'] };
  const { finding, state, severity } = standing;
  const steps = [`${finding.ruleId} is ${finding.severity}, with ${finding.confidence} confidence`];
  const end = (shuts: boolean, step: string) => ({ shuts, steps: [...steps, step] });
  if (state === 'not-asked') return end(false, `the gate ${gate.name} does not ask for ${finding.scanner}`);
  if (state === 'absent') return end(false, 'it is only in what was compared with');
  if (state === 'off') return end(false, 'the policy switched the rule off');
  const override = overrideOf([...policy.rules, ...gate.rules])(finding.ruleId);
  if (override !== undefined) steps.push(`the policy counts it as ${severity}`);
  steps.push(...waiverSteps(standing.finding, policy));
  if (state === 'suppressed') return end(false, suppressionText(finding));
  if (state === 'known') return end(false, 'it was known before, and the gate asks for new findings only');
  const threshold = gate.overrides[finding.scanner] ?? gate.failOn;
  if (threshold.severity === 'never') return end(false, `findings of ${finding.scanner} shut nothing here`);
  if (!atLeast(severity, threshold.severity)) {
    return end(false, `the gate shuts from ${threshold.severity} on`);
  }
  if (compareConfidence(finding.confidence, threshold.confidence) < 0) {
    return end(false, `the gate wants at least ${threshold.confidence} confidence`);
  }
  return end(true, `it shuts the gate ${gate.name}, which fails on ${threshold.severity} or worse`);
}

function waiverSteps(finding: Evidence['findings'][number], policy: Policy): string[] {
  return policy.waivers
    .filter((waiver) => waiverMatcher(waiver).matches(finding))
    .map((waiver) => `the ${describeWaiver(waiver)} is about it, until ${waiver.expires}`);
}

function suppressionText({ suppression }: Evidence['findings'][number]): string {
  const reason = suppression?.reason === undefined ? '' : `: ${suppression.reason}`;
  return `it is suppressed (${suppression?.kind ?? 'somehow'})${reason}`;
}
