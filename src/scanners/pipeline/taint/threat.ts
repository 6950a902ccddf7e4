import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Severity } from '../../../model/severity.ts';
import type { Job } from '../model/job.ts';
import type { Issue } from '../rule.ts';
import type { Untrusted } from './flow.ts';
import { holdingsOf } from './holdings.ts';
import type { JobTaint } from './job-taint.ts';

const levels: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/** A place where somebody else's text does harm. */
export interface Sink {
  readonly at: TextRange;
  /** What happens there. */
  readonly message: string;
}

/**
 * The issue that untrusted text in a sink is: as severe as the sink for an outsider, a level less for somebody who may
 * push, and a level less again where the job is not known to hold anything.
 */
export function threat(worst: Severity, untrusted: Untrusted, sink: Sink, job: Job, taint: JobTaint): Issue {
  const holds = holdingsOf(job, taint);
  const level = levels.indexOf(worst) - (untrusted.trust === 'outsider' ? 0 : 1) - (holds === undefined ? 1 : 0);
  const { at } = sink;
  const steps = [...untrusted.steps, { at, message: holds === undefined ? sink.message : `${sink.message}; ${holds}` }];
  return { at, message: sink.message, severity: levels[Math.max(level, 0)] ?? 'low', path: steps, by: untrusted.trust };
}
