import type { ScannerRun } from '../../model/evidence.ts';
import type { Unknown } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { count, place } from '../wording.ts';
import type { ReportType } from './report-type.ts';

const mostUnknowns = 100;

export interface ScanMessage {
  readonly level: 'info' | 'warn' | 'fatal';
  readonly value: string;
}

/**
 * The `scan` object of a security report (schema 15.2). Its status is `success` only if a scanner ran and every
 * one of `runs` that did not skip ended complete.
 */
export function scan(
  report: Report,
  type: ReportType,
  runs: readonly ScannerRun[],
  notes: readonly ScanMessage[],
  options: ReportOptions,
): object {
  const { name, version, informationUri } = report.tool;
  const tool = {
    id: name.toLowerCase(),
    name,
    ...(/^https?:\/\/./.test(informationUri) && { url: informationUri }),
    version,
    vendor: { name },
  };
  const ran = runs.filter((run) => run.status !== 'skipped');
  const complete = ran.length > 0 && ran.every((run) => run.status === 'complete');
  const none: ScanMessage[] = ran.length === 0 ? [{ level: 'fatal', value: 'No scanner of this report ran' }] : [];
  return {
    analyzer: tool,
    scanner: tool,
    type,
    start_time: time(options.reproducible ? undefined : report.startedAt),
    end_time: time(options.reproducible ? undefined : report.endedAt),
    status: complete ? 'success' : 'failure',
    messages: [...none, ...runs.flatMap(runMessages), ...unknownMessages(report.evidence.unknowns, runs), ...notes],
  };
}

/** `YYYY-MM-DDThh:mm:ss` in UTC without a zone; the field is required, so a reproducible report has the epoch. */
function time(iso: string | undefined): string {
  const date = new Date(iso ?? 0);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().slice(0, 19);
}

function runMessages(run: ScannerRun): ScanMessage[] {
  if (run.status === 'complete') return [];
  const level = { partial: 'warn', failed: 'fatal', skipped: 'info' } as const;
  return [{ level: level[run.status], value: `${run.scanner}: ${run.status}, ${run.reason ?? 'no reason given'}` }];
}

function unknownMessages(unknowns: readonly Unknown[], runs: readonly ScannerRun[]): ScanMessage[] {
  const scanners = new Set(runs.map((run) => run.scanner));
  const own = unknowns.filter((unknown) => scanners.has(unknown.scanner));
  const shown = own.slice(0, mostUnknowns).map((unknown): ScanMessage => {
    const where = unknown.location ? `${place(unknown.location)}: ` : '';
    return { level: 'warn', value: `${unknown.scanner}: ${where}${unknown.message} (${unknown.reason})` };
  });
  const hidden = own.length - shown.length;
  return hidden > 0 ? [...shown, { level: 'warn', value: count(hidden, 'more undecided thing') }] : shown;
}
