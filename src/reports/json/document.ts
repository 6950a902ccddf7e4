import type { Finding } from '../../model/finding.ts';
import type { Report, ReportedRule, ReportOptions } from '../../model/report.ts';
import type { ScannerRun } from '../../model/evidence.ts';

/** Version of both own formats, JSON and JSON lines. It grows when a reader of the older one would misread the newer. */
export const schemaVersion = 1;

/** Only what the format documents: a scanner's rule object may carry more. */
export function ruleRecord(rule: ReportedRule): ReportedRule {
  const { id, title, severity, confidence, cwe, tags, why, fix, references } = rule;
  return { id, title, severity, confidence, cwe, tags, why, fix, ...(references && { references }) };
}

export function findingRecord(id: string, finding: Finding): Finding & { readonly id: string } {
  return { id, ...finding };
}

export function runRecord(run: ScannerRun, options: ReportOptions): Partial<ScannerRun> {
  if (!options.reproducible) return run;
  const { millis: _, ...rest } = run;
  return rest;
}

/** The times of the report, absent when it must not differ between equal runs. */
export function times(
  report: Report,
  options: ReportOptions,
): { readonly startedAt?: string; readonly endedAt?: string } {
  return options.reproducible ? {} : { startedAt: report.startedAt, endedAt: report.endedAt };
}
