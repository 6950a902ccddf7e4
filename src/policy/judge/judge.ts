import type { Evidence } from '../../model/evidence.ts';
import { type Severity, severities } from '../../model/severity.ts';
import type { Outcome, Reason, Verdict } from '../../model/verdict.ts';
import type { Gate, Policy } from '../policy.ts';
import { judgeApprovals } from './judge-approvals.ts';
import { judgeCommands, judgeVerifications } from './judge-checks.ts';
import { judgeFindings } from './judge-findings.ts';
import { judgeRuns } from './judge-runs.ts';
import { judgeTime } from './judge-time.ts';
import { judgeUnknowns } from './judge-unknowns.ts';
import { judgeWaivers } from './judge-waivers.ts';
import { type CodedReason, inOrder } from './reason-order.ts';
import { type Standing, standings } from './standing.ts';

/**
 * Says whether the gate opens. Reads nothing but its parameters: the same gate, evidence and policy give the same
 * verdict anywhere. It is asynchronous only because the expression language is loaded when a gate has conditions.
 *
 * Whatever could not be decided is an `error`, which also outweighs a `fail`; neither opens the gate.
 */
export async function judge(gate: Gate, evidence: Evidence, policy: Policy): Promise<Verdict> {
  const now = Date.parse(evidence.now);
  if (Number.isNaN(now)) return undecidable(gate, policy, `the evidence has no valid time: "${evidence.now}"`);
  if (decidesNothing(gate)) {
    return undecidable(
      gate,
      policy,
      `the gate ${gate.name} asks for nothing: no scanner, approval, verification or condition`,
    );
  }
  const findings = standings(gate, evidence, policy, now);
  const reasons: CodedReason[] = [
    ...judgeRuns(gate, evidence),
    ...judgeUnknowns(gate, evidence),
    ...judgeFindings(gate, findings),
    ...judgeWaivers(gate, evidence, policy, findings, now),
    ...(gate.approvals ? judgeApprovals(gate.approvals, evidence, now) : []),
    ...judgeTime(gate, now),
    ...judgeVerifications(gate, evidence),
    ...judgeCommands(gate, evidence),
    ...(await conditions(gate, evidence, findings)),
  ];
  return {
    gate: gate.name,
    outcome: outcomeOf(reasons),
    reasons: inOrder(reasons, findings),
    counts: countBySeverity(findings),
    suppressed: findings.filter(({ state }) => state === 'suppressed').length,
    policyDigest: policy.digest,
  };
}

async function conditions(gate: Gate, evidence: Evidence, findings: readonly Standing[]): Promise<CodedReason[]> {
  if (gate.conditions.length === 0) return [];
  const { judgeConditions } = await import('./judge-conditions.ts');
  return judgeConditions(gate, evidence, findings);
}

function decidesNothing(gate: Gate): boolean {
  const { scanners, soft, approvals, verify, conditions } = gate;
  return scanners.length + soft.length + verify.length + conditions.length === 0 && approvals === undefined;
}

function undecidable(gate: Gate, policy: Policy, message: string): Verdict {
  const reason: CodedReason = { code: decidesNothing(gate) ? 'empty-gate' : 'evidence', effect: 'error', message };
  const counts = countBySeverity([]);
  return { gate: gate.name, outcome: 'error', reasons: [reason], counts, suppressed: 0, policyDigest: policy.digest };
}

function outcomeOf(reasons: readonly Reason[]): Outcome {
  if (reasons.some(({ effect }) => effect === 'error')) return 'error';
  return reasons.some(({ effect }) => effect === 'fail') ? 'fail' : 'pass';
}

function countBySeverity(findings: readonly Standing[]): Record<Severity, number> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { state, severity } of findings) if (state === 'counts') counts[severity]++;
  return counts;
}
