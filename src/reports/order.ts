import type { Component } from '../model/component.ts';
import type { Finding, Unknown } from '../model/finding.ts';
import { compareLocations, type Location } from '../model/location.ts';
import type { Report } from '../model/report.ts';
import { compareSeverity } from '../model/severity.ts';
import type { Reason } from '../model/verdict.ts';

/**
 * The same report with every list in the one order that all formats use, whatever order threads delivered it in:
 * findings by severity (worst first), path, line, rule. Reasons keep pointing at their finding.
 */
export function inOrder(report: Report): Report {
  const { evidence, verdict } = report;
  const order = evidence.findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => compareFindings(a.finding, b.finding));
  const newIndex = new Map(order.map(({ index }, position) => [index, position]));
  return {
    ...report,
    evidence: {
      ...evidence,
      findings: order.map(({ finding }) => finding),
      components: [...evidence.components].sort(compareComponents),
      runs: [...evidence.runs].sort((a, b) => compareText(a.scanner, b.scanner)),
      unknowns: [...evidence.unknowns].sort(compareUnknowns),
    },
    verdict: {
      ...verdict,
      reasons: verdict.reasons.map((reason) => movedReason(reason, newIndex)),
    },
    rules: [...report.rules].sort((a, b) => compareText(a.id, b.id)),
  };
}

function movedReason(reason: Reason, newIndex: ReadonlyMap<number, number>): Reason {
  if (reason.finding === undefined) return reason;
  return { ...reason, finding: newIndex.get(reason.finding) ?? reason.finding };
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareSeverity(b.severity, a.severity) ||
    compareLocations(a.locations[0], b.locations[0]) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.locations[0].commit ?? '', b.locations[0].commit ?? '') ||
    compareText(strongest(a), strongest(b)) ||
    compareText(a.message, b.message)
  );
}

function strongest(finding: Finding): string {
  return finding.fingerprints[0]?.value ?? '';
}

function compareUnknowns(a: Unknown, b: Unknown): number {
  return (
    compareText(a.scanner, b.scanner) ||
    compareText(a.reason, b.reason) ||
    compareLocations(a.location ?? nowhere, b.location ?? nowhere) ||
    compareText(a.message, b.message)
  );
}

const nowhere: Location = { uri: '' };

function compareComponents(a: Component, b: Component): number {
  return compareText(a.purl, b.purl) || compareText(a.scanner, b.scanner);
}

/** By code units, so that the order does not depend on a locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
