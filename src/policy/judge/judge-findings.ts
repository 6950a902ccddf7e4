import { atLeast, compareConfidence } from '../../model/severity.ts';
import type { Gate } from '../policy.ts';
import type { CodedReason } from './reason-order.ts';
import type { Standing } from './standing.ts';

/** The findings that shut the gate, each with its reason, and how many do not count and why. */
export function* judgeFindings(gate: Gate, findings: readonly Standing[]): Generator<CodedReason> {
  let unsure = 0;
  for (const standing of findings) {
    if (standing.state !== 'counts') continue;
    const { finding, severity, index } = standing;
    const threshold = gate.overrides[finding.scanner] ?? gate.failOn;
    if (threshold.severity === 'never' || !atLeast(severity, threshold.severity)) continue;
    if (compareConfidence(finding.confidence, threshold.confidence) < 0) {
      unsure++;
      continue;
    }
    const { uri, startLine } = finding.locations[0];
    const place = startLine === undefined ? uri : `${uri}:${startLine}`;
    const message = `${severity} ${finding.ruleId} in ${place}: ${finding.message}`;
    yield { code: 'finding', effect: 'fail', message, finding: index, scanner: finding.scanner };
  }
  if (unsure > 0) {
    yield note('low-confidence', `${findingCount(unsure)} bad enough but not sure enough to shut the gate alone`);
  }
  yield* notes(findings);
}

function* notes(findings: readonly Standing[]): Generator<CodedReason> {
  const having = (state: Standing['state']) => findings.filter((standing) => standing.state === state);
  const known = having('known').length;
  if (known > 0) yield note('known', `${findingCount(known)} known before and not counted`);
  const off = having('off').length;
  if (off > 0) yield note('rule-off', `${findingCount(off)} of rules that the policy switched off`);
  const strangers = having('not-asked');
  if (strangers.length > 0) {
    const scanners = [...new Set(strangers.map(({ finding }) => finding.scanner))].sort().join(', ');
    yield note(
      'not-asked',
      `${findingCount(strangers.length)} of scanners that this gate does not ask for (${scanners})`,
    );
  }
}

function note(code: CodedReason['code'], message: string): CodedReason {
  return { code, effect: 'note', message };
}

function findingCount(count: number): string {
  return count === 1 ? '1 finding is' : `${count} findings are`;
}
