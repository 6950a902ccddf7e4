import { codeFrame } from '../../lib/terminal/code-frame.ts';
import { cutMiddle } from '../../lib/terminal/cut.ts';
import { flatten } from '../../lib/terminal/sanitize.ts';
import type { Screen } from '../../lib/terminal/screen.ts';
import { displayWidth } from '../../lib/terminal/width.ts';
import { wrap } from '../../lib/terminal/wrap.ts';
import type { Finding } from '../../model/finding.ts';
import { historyInWords, historyNote } from '../history.ts';
import { titleOf, type RuleTable } from '../rule-table.ts';
import { certainty, place } from '../wording.ts';
import { badge, severityPaint } from './severity-paint.ts';

const indent = 4;
const signWidth = 2;
const mostSteps = 8;
const mostPlaces = 3;

/**
 * One finding in full. `id` is its report id, of which the first eight digits are enough to name it; a finding that
 * `blocks` the gate carries a mark.
 */
export function* findingBlock(
  finding: Finding,
  id: string,
  blocks: boolean,
  rules: RuleTable,
  screen: Screen,
): Generator<string> {
  const { paint } = screen;
  yield* heading(finding, blocks ? paint.red('✗ ') : '  ', rules, screen);
  const facts = [certainty(finding), ...(finding.baselineState === 'new' ? ['new'] : []), id.slice(0, 8)].map(flatten);
  const where = cutMiddle(flatten(place(finding.locations[0])), screen.width - indent);
  const aside = ` · ${facts.join(' · ')}`;
  yield* fits(`${where}${aside}`, screen)
    ? [`${margin}${paint.cyan(where)}${paint.dim(aside)}`]
    : [`${margin}${paint.cyan(where)}`, ...prose(facts.join(' · '), screen, paint.dim)];
  const history = historyNote(finding);
  if (history) yield* prose(flatten(historyInWords(history)), screen, paint.yellow);
  if (finding.excerpt) yield* codeFrame(finding.excerpt, screen, indent);
  yield* otherPlaces(finding, screen);
  yield* steps(finding, screen);
  const fix = rules.get(finding.ruleId)?.fix;
  if (fix !== undefined) yield* labelled('fix', flatten(fix), screen);
}

const margin = ' '.repeat(indent);

function* heading(finding: Finding, sign: string, rules: RuleTable, screen: Screen): Generator<string> {
  const { paint } = screen;
  const mark = badge(finding.severity, severityPaint(finding.severity, paint), paint);
  const markWidth = finding.severity.length + 2;
  const title = flatten(titleOf(finding, rules));
  const rule = flatten(finding.ruleId);
  const free = screen.width - signWidth - markWidth - 1 - displayWidth(title);
  const side = rule !== title && free >= displayWidth(rule) + 2;
  const gap = side ? ' '.repeat(free - displayWidth(rule)) + paint.dim(rule) : '';
  const lines = wrap(title, screen.width - signWidth - markWidth - 1);
  const under = ' '.repeat(signWidth + markWidth + 1);
  for (const [index, line] of lines.entries()) {
    yield index === 0 ? `${sign}${mark} ${paint.bold(line)}${gap}` : `${under}${paint.bold(line)}`;
  }
  if (!side && rule !== title) yield `${margin}${paint.dim(cutMiddle(rule, screen.width - indent))}`;
  const message = flatten(finding.message);
  if (message !== title) yield* prose(message, screen);
}

function* otherPlaces(finding: Finding, screen: Screen): Generator<string> {
  const others = finding.locations.slice(1);
  if (others.length === 0) return;
  const named = others.slice(0, mostPlaces).map((location) => flatten(place(location)));
  const rest = others.length - named.length;
  yield* labelled('also', [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', '), screen);
}

function* steps(finding: Finding, screen: Screen): Generator<string> {
  const path = finding.path ?? [];
  for (const [index, step] of path.slice(0, mostSteps).entries()) {
    yield* labelled(`${index + 1}.`, `${flatten(place(step.location))} ${flatten(step.message)}`, screen);
  }
  if (path.length > mostSteps) yield* labelled('…', `${path.length - mostSteps} more steps`, screen);
}

function* labelled(label: string, text: string, screen: Screen): Generator<string> {
  const column = 5;
  for (const [index, line] of wrap(text, screen.width - indent - column).entries()) {
    const lead = index === 0 ? screen.paint.dim(label.padEnd(column)) : ' '.repeat(column);
    yield `${margin}${lead}${line}`;
  }
}

function* prose(text: string, screen: Screen, paint: (text: string) => string = (line) => line): Generator<string> {
  for (const line of wrap(text, screen.width - indent)) yield `${margin}${paint(line)}`;
}

function fits(text: string, screen: Screen): boolean {
  return displayWidth(text) <= screen.width - indent;
}
