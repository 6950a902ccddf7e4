import { cutMiddle } from '../../lib/terminal/cut.ts';
import type { Paint } from '../../lib/terminal/palette.ts';
import { flatten, sanitize } from '../../lib/terminal/sanitize.ts';
import type { Screen } from '../../lib/terminal/screen.ts';
import { wrap } from '../../lib/terminal/wrap.ts';
import type { ScannerRun } from '../../model/evidence.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import type { Reason } from '../../model/verdict.ts';
import { blockingInWords, otherReasons } from '../blocking-findings.ts';
import { count, countsInWords, duration, examinedInWords, outcomeInWords } from '../wording.ts';
import { nextSteps } from '../next-steps.ts';
import { badge, outcomePaint } from './severity-paint.ts';

const mostReasons = 10;
const sign = { error: '!', fail: '✗', note: '·' } as const satisfies Record<Reason['effect'], string>;

/** The end of the report and the only part that some people read: what was decided, why, on what, and what to do now. */
export function* verdictBlock(
  report: Report,
  ids: readonly string[],
  options: ReportOptions,
  screen: Screen,
): Generator<string> {
  const { verdict, evidence } = report;
  const { paint } = screen;
  const color = outcomePaint(verdict.outcome, paint);
  const bar = color('┃ ');
  const line = function* (
    text: string,
    look: Paint = (same) => same,
    lead = '',
    hang = lead.length,
  ): Generator<string> {
    for (const [index, part] of wrap(text, screen.width - 2 - hang).entries()) {
      yield `${bar}${index === 0 ? lead : ' '.repeat(hang)}${look(part)}`;
    }
  };
  yield color('┃');
  const headline = `gate ${flatten(verdict.gate)} ${outcomeInWords(verdict.outcome)}`;
  const room = screen.width - verdict.outcome.length - 5;
  yield `${bar}${badge(verdict.outcome, color, paint)} ${paint.bold(cutMiddle(headline, room))}`;
  yield color('┃');
  const suppressed =
    verdict.suppressed > 0 ? ` (and ${count(verdict.suppressed, 'suppressed finding')} not counted)` : '';
  yield* line(`${countsInWords(verdict)}${suppressed}`, paint.bold);
  const blocking = blockingInWords(verdict);
  if (blocking !== undefined) yield* line(`${blocking}, marked ✗ above`, color, color('✗ '), 2);
  const reasons = otherReasons(verdict);
  for (const { code, effect, message } of reasons.slice(0, mostReasons)) {
    const look = effect === 'note' ? paint.dim : color;
    // What could not be decided stands above in full.
    const text = code === 'unknown' ? firstLines(flatten(message), 2, screen.width - 4) : flatten(message);
    yield* line(text, look, look(`${sign[effect]} `), 2);
  }
  if (reasons.length > mostReasons) {
    yield* line(`and ${count(reasons.length - mostReasons, 'more reason')}`, paint.dim, '  ');
  }
  yield* line(examined(evidence.runs, report, options), paint.dim);
  const advice = nextSteps(report, ids);
  if (advice.length === 0) return;
  yield color('┃');
  for (const { command, purpose } of advice) {
    yield* line(flatten(purpose), paint.dim);
    for (const part of command) yield `${bar}  ${paint.cyan(sanitize(part))}`;
  }
}

function firstLines(text: string, most: number, width: number): string {
  const lines = wrap(text, width - 2);
  return lines.length > most ? `${lines.slice(0, most).join(' ')} …` : text;
}

function examined(runs: readonly ScannerRun[], report: Report, options: ReportOptions): string {
  const looked = runs.filter((run) => run.status !== 'skipped');
  const scanners = looked.map((run) => `${flatten(run.scanner)} ${examinedInWords(run)}`);
  const took = options.reproducible ? '' : ` in ${duration(Date.parse(report.endedAt) - Date.parse(report.startedAt))}`;
  return scanners.length === 0 ? 'nothing was examined' : `examined${took}: ${scanners.join(', ')}`;
}
