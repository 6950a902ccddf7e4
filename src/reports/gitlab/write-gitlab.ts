import { LazyArray, streamJson } from '../../lib/json/stream-json.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { findingIds } from '../finding-ids.ts';
import { isOpen } from '../open-finding.ts';
import { inOrder } from '../order.ts';
import { ruleTable } from '../rule-table.ts';
import { count } from '../wording.ts';
import { fittingType, reportTypeOf, type ReportType } from './report-type.ts';
import { scan, type ScanMessage } from './scan.ts';
import { vulnerability } from './vulnerability.ts';

/** The security report schema that is followed. */
const version = '15.2.1';

/** `artifacts: reports: secret_detection`: what the secrets scanner found. */
export function writeSecretDetection(report: Report, options: ReportOptions): Iterable<string> {
  return write(report, 'secret_detection', (scanner) => reportTypeOf(scanner) === 'secret_detection', options);
}

/** `artifacts: reports: sast`: what has no report type of its own. */
export function writeSast(report: Report, options: ReportOptions): Iterable<string> {
  return write(report, 'sast', (scanner) => reportTypeOf(scanner) === 'sast', options);
}

/** One file with everything: a secret detection report when only secrets were looked for, else a SAST report. */
export function writeGitlab(report: Report, options: ReportOptions): Iterable<string> {
  return write(report, fittingType(report), () => true, options);
}

function write(
  unordered: Report,
  type: ReportType,
  covers: (scanner: string) => boolean,
  options: ReportOptions,
): Iterable<string> {
  const report = inOrder(unordered);
  const { runs, findings } = report.evidence;
  const elsewhere = findings.filter((finding) => isOpen(finding) && !covers(finding.scanner));
  const note: ScanMessage[] =
    elsewhere.length === 0
      ? []
      : [{ level: 'info', value: `${count(elsewhere.length, 'finding')} of other scanners not in this report` }];
  return streamJson({
    version,
    scan: scan(
      report,
      type,
      runs.filter((run) => covers(run.scanner)),
      note,
      options,
    ),
    vulnerabilities: new LazyArray(vulnerabilities(report, type, covers)),
  });
}

/** The schema has no field for a suppression: what is accepted is left out. */
function* vulnerabilities(report: Report, type: ReportType, covers: (scanner: string) => boolean): Generator<object> {
  const { findings } = report.evidence;
  const ids = findingIds(findings);
  const rules = ruleTable(report.rules);
  for (const [index, finding] of findings.entries()) {
    if (isOpen(finding) && covers(finding.scanner)) {
      yield vulnerability(finding, ids[index] ?? '', rules.get(finding.ruleId), type);
    }
  }
}
