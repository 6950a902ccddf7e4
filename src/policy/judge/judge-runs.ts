import type { Evidence, ScannerRun } from '../../model/evidence.ts';
import type { Gate } from '../policy.ts';
import type { CodedReason } from './reason-order.ts';

/** Whether every scanner that the gate names did its work. */
export function* judgeRuns(gate: Gate, evidence: Evidence): Generator<CodedReason> {
  for (const [scanner, soft] of named(gate)) {
    const runs = evidence.runs.filter((run) => run.scanner === scanner);
    if (runs.length === 0) {
      yield {
        code: 'incomplete',
        effect: 'error',
        scanner,
        message: `${scanner} did not run, though the gate asks for it`,
      };
    }
    for (const run of runs) {
      if (run.status !== 'complete') yield stopped(run, soft);
      else if (run.examined === 0) yield idle(run, evidence.target);
    }
  }
}

function named(gate: Gate): [scanner: string, soft: boolean][] {
  const required = gate.scanners.map((scanner): [string, boolean] => [scanner, false]);
  const soft = gate.soft.filter((scanner) => !gate.scanners.includes(scanner));
  return [...required, ...soft.map((scanner): [string, boolean] => [scanner, true])];
}

function stopped(run: ScannerRun, soft: boolean): CodedReason {
  const { scanner, status } = run;
  const because = run.reason === undefined ? '' : `: ${run.reason}`;
  if (soft && status !== 'failed') {
    const what = status === 'skipped' ? 'is left' : 'is partly left';
    return { code: 'deferred', effect: 'note', scanner, message: `${scanner} ${what} to a later gate${because}` };
  }
  const what = {
    partial: 'did not look at all that it should',
    failed: 'failed',
    skipped: 'was skipped',
    complete: 'is complete',
  }[status];
  return { code: 'incomplete', effect: 'error', scanner, message: `${scanner} ${what}${because}` };
}

/**
 * A complete run that looked at nothing. That is fine if there was nothing of its kind among the files, or if a change
 * is empty; a whole tree, history or input without a single file is more likely a wrong path than good news.
 */
function idle(run: ScannerRun, target: Evidence['target']): CodedReason {
  const { scanner } = run;
  const isChange = target.kind === 'staged' || target.kind === 'commits';
  if (run.wanted !== undefined && run.wanted > 0) {
    const message = `${scanner} looked at none of ${count(run.wanted, 'file')} of its kind`;
    return { code: 'nothing-examined', effect: 'error', scanner, message };
  }
  if (isChange) {
    return {
      code: 'nothing-examined',
      effect: 'note',
      scanner,
      message: `the change has nothing for ${scanner} to look at`,
    };
  }
  if (run.wanted === 0 && target.listed !== undefined && target.listed > 0) {
    const message = `none of ${count(target.listed, 'file')} is of a kind that ${scanner} looks at`;
    return { code: 'nothing-examined', effect: 'note', scanner, message };
  }
  return {
    code: 'nothing-examined',
    effect: 'error',
    scanner,
    message: `${scanner} looked at nothing in ${target.description}`,
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
