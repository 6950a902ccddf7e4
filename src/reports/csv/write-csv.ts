import { csvRecord } from '../../lib/csv/record.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { findingIds } from '../finding-ids.ts';
import { inOrder } from '../order.ts';
import { ruleTable, titleOf, type RuleTable } from '../rule-table.ts';

const columns = [
  'severity',
  'confidence',
  'state',
  'rule',
  'title',
  'message',
  'file',
  'line',
  'column',
  'end line',
  'end column',
  'commit',
  'cwe',
  'scanner',
  'baseline',
  'suppressed by',
  'reason',
  'owner',
  'expires',
  'fix',
  'fingerprint',
  'id',
] as const;

/** CSV for spreadsheets: one record a finding, the accepted and the fixed ones too (see `state`). */
export function* writeCsv(unordered: Report): Generator<string> {
  const { evidence, rules } = inOrder(unordered);
  const ids = findingIds(evidence.findings);
  const table = ruleTable(rules);
  yield csvRecord(columns);
  for (const [index, finding] of evidence.findings.entries()) yield csvRecord(cells(finding, ids[index] ?? '', table));
}

function cells(finding: Finding, id: string, rules: RuleTable): (string | number | undefined)[] {
  const [{ uri, startLine, startColumn, endLine, endColumn, commit }] = finding.locations;
  const rule = rules.get(finding.ruleId);
  const { suppression, baselineState, fingerprints } = finding;
  const row: Record<(typeof columns)[number], string | number | undefined> = {
    severity: finding.severity,
    confidence: finding.confidence,
    state: suppression ? 'accepted' : baselineState === 'absent' ? 'fixed' : 'open',
    rule: finding.ruleId,
    title: titleOf(finding, rules),
    message: finding.message,
    file: uri,
    line: startLine,
    column: startColumn,
    'end line': endLine,
    'end column': endColumn,
    commit,
    cwe: rule?.cwe.map((number) => `CWE-${number}`).join(' '),
    scanner: finding.scanner,
    baseline: baselineState,
    'suppressed by': suppression?.kind,
    reason: suppression?.reason,
    owner: suppression?.owner,
    expires: suppression?.expires,
    fix: rule?.fix,
    fingerprint: fingerprints[0] && `${fingerprints[0].kind}:${fingerprints[0].value}`,
    id,
  };
  return columns.map((column) => row[column]);
}
