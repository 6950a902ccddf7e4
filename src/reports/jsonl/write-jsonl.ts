import { stringify } from '../../lib/json/stringify.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { findingIds } from '../finding-ids.ts';
import { findingRecord, ruleRecord, runRecord, schemaVersion, times } from '../json/document.ts';
import { inOrder } from '../order.ts';

/**
 * JSON lines: one record a line, told apart by `type`, in this order: one `report`, then `run`, `rule`, `finding`,
 * `unknown` and `component` records, one `verdict` last. A file without a verdict was cut off.
 */
export function* writeJsonLines(unordered: Report, options: ReportOptions): Generator<string> {
  const report = inOrder(unordered);
  const { findings, components, runs, unknowns, now, ...circumstances } = report.evidence;
  yield record('report', {
    schemaVersion,
    tool: report.tool,
    ...times(report, options),
    ...(options.reproducible ? {} : { now }),
    ...circumstances,
  });
  for (const run of runs) yield record('run', runRecord(run, options));
  for (const rule of report.rules) yield record('rule', ruleRecord(rule));
  const ids = findingIds(findings);
  for (const [index, finding] of findings.entries()) yield record('finding', findingRecord(ids[index] ?? '', finding));
  for (const unknown of unknowns) yield record('unknown', unknown);
  for (const component of components) yield record('component', component);
  yield record('verdict', report.verdict);
}

function record(type: string, content: object): string {
  return `${stringify({ type, ...content })}\n`;
}
