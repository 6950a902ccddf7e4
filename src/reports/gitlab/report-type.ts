import type { Report } from '../../model/report.ts';

/** `scan.type` of GitLab's security report schemas. */
export type ReportType = 'secret_detection' | 'sast';

/** GitLab has a report of its own for what these scanners find; everything else is static analysis to it. */
const ownReports: Readonly<Record<string, ReportType>> = { secrets: 'secret_detection' };

export function reportTypeOf(scanner: string): ReportType {
  return ownReports[scanner] ?? 'sast';
}

/** Secret detection when nothing else ran; else one SAST report that holds all findings. */
export function fittingType(report: Report): ReportType {
  const { runs, findings } = report.evidence;
  const scanners = [
    ...runs.filter((run) => run.status !== 'skipped').map((run) => run.scanner),
    ...findings.map((finding) => finding.scanner),
  ];
  const alone = scanners.length > 0 && scanners.every((scanner) => reportTypeOf(scanner) === 'secret_detection');
  return alone ? 'secret_detection' : 'sast';
}
