import { flatten } from '../../lib/terminal/sanitize.ts';
import type { Screen } from '../../lib/terminal/screen.ts';
import { wrap } from '../../lib/terminal/wrap.ts';
import type { Report } from '../../model/report.ts';
import { count, place } from '../wording.ts';
import { ruleLine } from './rule-line.ts';

const mostUnknowns = 5;

/** What was not, or not wholly, looked at. Nothing when every scanner saw everything. */
export function* coverageNotes(report: Report, screen: Screen): Generator<string> {
  const { paint } = screen;
  const { runs, unknowns } = report.evidence;
  const unfinished = runs.filter((run) => run.status !== 'complete');
  if (unfinished.length === 0 && unknowns.length === 0) return;
  const missed = unfinished.length > 0 || unknowns.some(({ reason }) => reason !== 'needs-facts');
  yield ruleLine(missed ? 'NOT LOOKED AT' : 'NOT DECIDED', paint.yellow, screen);
  yield '';
  for (const run of unfinished) {
    const text = `${run.scanner}: ${run.status}, ${run.reason ?? 'no reason given'}`;
    for (const line of wrap(flatten(text), screen.width - 4)) yield `  ${paint.yellow('!')} ${paint.bold(line)}`;
  }
  for (const unknown of unknowns.slice(0, mostUnknowns)) {
    const where = unknown.location ? `${place(unknown.location)}: ` : '';
    const lines = wrap(flatten(`${where}${unknown.message} (${unknown.reason})`), screen.width - 4);
    for (const [index, line] of lines.entries()) yield `  ${index === 0 ? paint.yellow('?') : ' '} ${line}`;
  }
  if (unknowns.length > mostUnknowns)
    yield paint.dim(`    and ${count(unknowns.length - mostUnknowns, 'more unknown')}`);
  yield '';
}
