import { LazyArray, streamJson } from '../../lib/json/stream-json.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { otherReasons } from '../blocking-findings.ts';
import { findingIds } from '../finding-ids.ts';
import { inOrder } from '../order.ts';
import { ruleTable } from '../rule-table.ts';
import { invocation, notificationDescriptors } from './invocation.ts';
import { selectFindings, type Selection } from './limits.ts';
import { rootId } from './location.ts';
import { result, type ResultContext } from './result.ts';
import { ruleList } from './rules.ts';
import { taxonomies } from './taxonomies.ts';
import { versionControl } from './version-control.ts';

/** SARIF 2.1.0 (OASIS), within what code scanning accepts (see `limits`). */
export function writeSarif(unordered: Report, options: ReportOptions): Iterable<string> {
  const report = inOrder(unordered);
  const { tool, evidence, verdict } = report;
  const selection = selectFindings(evidence.findings);
  const taxa = taxonomies(report.rules);
  const rules = ruleList(report.rules, selection.findings, taxa);
  const provenance = versionControl(evidence.revision);
  const context = { table: ruleTable(report.rules), rules, taxa };
  return streamJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            informationUri: tool.informationUri,
            supportedTaxonomies: taxa.references,
            notifications: notificationDescriptors,
            rules: new LazyArray(rules.descriptors),
          },
        },
        automationDetails: { id: `${tool.name.toLowerCase()}/${verdict.gate}/` },
        invocations: [invocation(report, selection.leftOut, options)],
        ...(provenance && { versionControlProvenance: [provenance] }),
        originalUriBaseIds: { [rootId]: { description: { text: 'The root of the scanned tree' } } },
        columnKind: 'utf16CodeUnits',
        taxonomies: taxa.components,
        results: new LazyArray(results(report, selection, context)),
        properties: {
          target: evidence.target,
          verdict: { ...verdict, reasons: otherReasons(verdict).map(({ message }) => message) },
        },
      },
    ],
  });
}

function* results(report: Report, selection: Selection, context: ResultContext): Generator<object> {
  const ids = findingIds(report.evidence.findings);
  for (const [index, finding] of selection.findings.entries()) {
    yield result(finding, ids[selection.positions[index] ?? -1] ?? '', context);
  }
}
