import type { ScannerRun } from '../../model/evidence.ts';
import type { Unknown } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { exitCodes } from '../../model/verdict.ts';
import { count } from '../wording.ts';
import { limits } from './limits.ts';
import { physicalLocation } from './location.ts';
import { message } from './message.ts';
import type { Level } from './severity.ts';

/** Descriptors of the notifications below, for `driver.notifications`. */
export const notificationDescriptors = [
  { id: 'incomplete-run', shortDescription: { text: 'A scanner did not look at everything' } },
  { id: 'undecided', shortDescription: { text: 'Something could not be decided' } },
  { id: 'trimmed', shortDescription: { text: 'The report leaves something out' } },
] as const;

type NotificationId = (typeof notificationDescriptors)[number]['id'];

/** The `invocation` (SARIF 2.1.0 §3.20): an incomplete run is not a successful execution, whatever was found. */
export function invocation(report: Report, leftOut: number, options: ReportOptions): object {
  const { runs, unknowns } = report.evidence;
  const { outcome } = report.verdict;
  const unfinished = runs.filter((run) => run.status !== 'complete');
  const broken = unfinished.some((run) => run.status !== 'skipped');
  const shown = unknowns.slice(0, limits.notifications);
  const hidden = unknowns.length - shown.length;
  return {
    executionSuccessful: !broken && outcome !== 'error',
    exitCode: exitCodes[outcome],
    exitCodeDescription: `gate ${report.verdict.gate}: ${outcome}`,
    ...(options.reproducible ? {} : { startTimeUtc: report.startedAt, endTimeUtc: report.endedAt }),
    toolExecutionNotifications: [
      ...unfinished.map(runNotification),
      ...shown.map(unknownNotification),
      ...(hidden > 0
        ? [notification('trimmed', 'warning', `${count(hidden, 'more undecided thing')} not listed`)]
        : []),
      ...(leftOut > 0
        ? [
            notification(
              'trimmed',
              'warning',
              `${count(leftOut, 'result')} left out, the least severe first: the limit is ${limits.results} in a file`,
            ),
          ]
        : []),
    ],
  };
}

function runNotification(run: ScannerRun): object {
  const text = `${run.scanner}: ${run.status}, ${run.reason ?? 'no reason given'}`;
  return notification('incomplete-run', run.status === 'skipped' ? 'note' : 'error', text);
}

function unknownNotification(unknown: Unknown): object {
  const text = `${unknown.scanner}: ${unknown.message} (${unknown.reason})`;
  const locations = unknown.location ? { locations: [{ physicalLocation: physicalLocation(unknown.location) }] } : {};
  return { ...notification('undecided', 'warning', text), ...locations };
}

function notification(id: NotificationId, level: Level, text: string): object {
  const index = notificationDescriptors.findIndex((descriptor) => descriptor.id === id);
  return { descriptor: { id, index }, level, message: message(text) };
}
