import { LazyArray, streamJson } from '../../lib/json/stream-json.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { findingIds } from '../finding-ids.ts';
import { inOrder } from '../order.ts';
import { findingRecord, ruleRecord, runRecord, schemaVersion, times } from './document.ts';

/** The whole report in our own schema (docs/report.schema.json); `parseJsonReport` reads it back. */
export function writeJson(report: Report, options: ReportOptions): Iterable<string> {
  const { tool, verdict, evidence, rules } = inOrder(report);
  return streamJson({
    schemaVersion,
    tool,
    ...times(report, options),
    verdict,
    evidence: {
      ...evidence,
      now: options.reproducible ? undefined : evidence.now,
      runs: evidence.runs.map((run) => runRecord(run, options)),
      unknowns: new LazyArray(evidence.unknowns),
      findings: new LazyArray(findingRecords(evidence.findings)),
      components: new LazyArray(evidence.components),
    },
    rules: new LazyArray(rules.map(ruleRecord)),
  });
}

function* findingRecords(findings: readonly Finding[]): Generator<Finding & { readonly id: string }> {
  const ids = findingIds(findings);
  for (const [index, finding] of findings.entries()) yield findingRecord(ids[index] ?? '', finding);
}
