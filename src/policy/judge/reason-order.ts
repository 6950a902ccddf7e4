import { compareLocations } from '../../model/location.ts';
import { compareSeverity } from '../../model/severity.ts';
import type { Reason } from '../../model/verdict.ts';
import type { Standing } from './standing.ts';

/** The codes in the order in which a reader wants to know them. */
const codes = [
  'evidence',
  'empty-gate',
  'incomplete',
  'nothing-examined',
  'unknown',
  'verification',
  'condition',
  'finding',
  'expired-waiver',
  'approval',
  'freeze',
  'window',
  'command',
  'deferred',
  'low-confidence',
  'known',
  'rule-off',
  'not-asked',
  'expiring-waiver',
  'unused-waiver',
] as const;

export type ReasonCode = (typeof codes)[number];

export interface CodedReason extends Reason {
  readonly code: ReasonCode;
}

const effects = ['error', 'fail', 'note'] as const;

/** Worst effect first, then by code; findings by severity and place. The order of the evidence plays no part. */
export function inOrder(reasons: readonly CodedReason[], findings: readonly Standing[]): CodedReason[] {
  return [...reasons].sort(
    (a, b) =>
      effects.indexOf(a.effect) - effects.indexOf(b.effect) ||
      codes.indexOf(a.code) - codes.indexOf(b.code) ||
      compareFindings(findingOf(a, findings), findingOf(b, findings)) ||
      compareText(a.message, b.message) ||
      (a.finding ?? 0) - (b.finding ?? 0),
  );
}

function findingOf(reason: Reason, findings: readonly Standing[]): Standing | undefined {
  return reason.finding === undefined ? undefined : findings[reason.finding];
}

function compareFindings(a: Standing | undefined, b: Standing | undefined): number {
  if (!a || !b) return 0;
  return (
    compareSeverity(b.severity, a.severity) ||
    compareLocations(a.finding.locations[0], b.finding.locations[0]) ||
    compareText(a.finding.ruleId, b.finding.ruleId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
