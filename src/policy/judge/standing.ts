import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';
import { overrideOf } from '../rule-override.ts';
import type { Gate, Policy } from '../policy.ts';
import { hasExpired } from './days.ts';

/** Where one finding stands before a gate: it counts with this severity, or does not count for this reason. */
export interface Standing {
  readonly finding: Finding;
  /** Index into the evidence's findings. */
  readonly index: number;
  /**
   * `not-asked`: the gate does not name its scanner. `absent`: only in what was compared with. `off`: the policy
   * switched the rule off. `known`: in the baseline or the merge base, and the gate asks for new ones only.
   */
  readonly state: 'counts' | 'not-asked' | 'absent' | 'off' | 'suppressed' | 'known';
  /** As the policy sees it. */
  readonly severity: Severity;
}

/** @param now milliseconds since the epoch */
export function standings(gate: Gate, evidence: Evidence, policy: Policy, now: number): Standing[] {
  const asked = new Set([...gate.scanners, ...gate.soft]);
  const severityOf = overrideOf([...policy.rules, ...gate.rules]);
  return evidence.findings.map((finding, index) => {
    const override = severityOf(finding.ruleId);
    const severity = override === undefined || override === 'off' ? finding.severity : override;
    const state = stateOf(finding, gate, asked, override === 'off', now);
    return { finding, index, state, severity };
  });
}

function stateOf(
  finding: Finding,
  gate: Gate,
  asked: ReadonlySet<string>,
  off: boolean,
  now: number,
): Standing['state'] {
  if (!asked.has(finding.scanner)) return 'not-asked';
  if (finding.baselineState === 'absent') return 'absent';
  if (off) return 'off';
  if (finding.suppression && !hasExpired(finding.suppression.expires, now)) return 'suppressed';
  const { newOnly } = gate.overrides[finding.scanner] ?? gate.failOn;
  return newOnly && finding.baselineState === 'unchanged' ? 'known' : 'counts';
}
