import { defuse, codeBlock, codeSpan, escapeMarkdown } from '../../lib/markdown/escape.ts';
import { escapeMarkup } from '../../lib/html/escape.ts';
import { flatten } from '../../lib/terminal/sanitize.ts';
import type { ScannerRun } from '../../model/evidence.ts';
import type { Finding, Unknown } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import type { Outcome } from '../../model/verdict.ts';
import { blockingInWords, otherReasons } from '../blocking-findings.ts';
import { historyInWords, historyNote } from '../history.ts';
import { proseInMarkdown } from '../prose.ts';
import { titleOf, type RuleTable } from '../rule-table.ts';
import { certainty, count, countsInWords, duration, place, runInWords, suppressionInWords } from '../wording.ts';

const headlines: Readonly<Record<Outcome, readonly [sign: string, text: string]>> = {
  pass: ['✅', 'passed'],
  fail: ['❌', 'failed'],
  error: ['⚠️', 'could not decide'],
};

const mostReasons = 20;
const mostLines = 12;
const longestLine = 300;
const longestText = 1500;

/** Verdict, counts, and every reason that is not a single finding. */
export function verdictSection(
  { verdict, evidence, startedAt, endedAt, tool }: Report,
  options: ReportOptions,
): string {
  const [sign, text] = headlines[verdict.outcome];
  const blocking = blockingInWords(verdict);
  const files = evidence.runs.reduce((most, run) => Math.max(most, run.examined), 0);
  const took = options.reproducible ? '' : ` in ${duration(Date.parse(endedAt) - Date.parse(startedAt))}`;
  const facts = [
    `**${countsInWords(verdict)}**`,
    ...(blocking === undefined ? [] : [blocking]),
    ...(verdict.suppressed > 0 ? [`${verdict.suppressed} accepted`] : []),
    `${count(files, 'file')} examined${took}`,
  ];
  const others = otherReasons(verdict);
  const reasons = others.slice(0, mostReasons).map(({ effect, message }) => {
    const mark = { error: '⚠️', fail: '❌', note: 'ℹ️' }[effect];
    return `- ${mark} ${clipped(message)}`;
  });
  if (others.length > mostReasons) reasons.push(`- and ${count(others.length - mostReasons, 'more reason')}`);
  return [
    `## ${sign} ${escapeMarkdown(tool.name)}: gate ${codeSpan(verdict.gate)} ${text}`,
    facts.join(' · '),
    ...(reasons.length > 0 ? [reasons.join('\n')] : []),
  ].join('\n\n');
}

/** What to do first. */
export function adviceLine(id: string): string {
  return `\n${codeSpan(`portcullis explain ${id.slice(0, 8)}`)} tells why, how it was recognised, how to fix it.`;
}

/** A finding that unfolds on a click. */
export function findingSection(finding: Finding, id: string, rules: RuleTable): string {
  const [first] = finding.locations;
  const rule = rules.get(finding.ruleId);
  const history = historyNote(finding);
  const summary = `<b>${finding.severity.toUpperCase()}</b> ${inline(titleOf(finding, rules))} <code>${inline(place(first))}</code>`;
  const others = finding.locations.slice(1, 6).map((location) => codeSpan(place(location)));
  const more = finding.locations.length - 1 - others.length;
  const steps = (finding.path ?? []).slice(0, 10);
  return [
    `<details><summary>${summary}</summary>`,
    clipped(finding.message),
    ...(finding.excerpt ? [codeBlock(finding.excerpt.lines.slice(0, mostLines).map(clipLine))] : []),
    ...(history ? [escapeMarkdown(historyInWords(history))] : []),
    ...(others.length > 0 ? [`Also in ${others.join(', ')}${more > 0 ? ` and ${more} more` : ''}`] : []),
    ...(steps.length > 0
      ? [
          steps
            .map((step, index) => `${index + 1}. ${codeSpan(place(step.location))} ${proseInMarkdown(step.message)}`)
            .join('\n'),
        ]
      : []),
    ...(rule && !finding.message.includes(rule.why) ? [`**Why:** ${clipped(rule.why)}`] : []),
    ...(rule ? [`**Fix:** ${clipped(rule.fix)}`] : []),
    `${codeSpan(finding.ruleId)} · ${escapeMarkdown(certainty(finding))} · ${codeSpan(id.slice(0, 8))}`,
    '</details>',
  ].join('\n\n');
}

/** A finding as one item of a list. */
export function findingItem(finding: Finding, rules: RuleTable): string {
  const reason = finding.suppression ? `: ${escapeMarkdown(suppressionInWords(finding.suppression))}` : '';
  return `- ${finding.severity} ${escapeMarkdown(titleOf(finding, rules))} ${codeSpan(place(finding.locations[0]))}${reason}`;
}

export function runItem(run: ScannerRun): string {
  return `- **${escapeMarkdown(run.scanner)}** ${clipped(runInWords(run))}`;
}

export function unknownItem(unknown: Unknown): string {
  const where = unknown.location ? `${codeSpan(place(unknown.location))} ` : '';
  return `- ${where}${clipped(unknown.message)} (${escapeMarkdown(unknown.reason)})`;
}

/** One text may not take the room of all others. */
function clipped(text: string): string {
  return proseInMarkdown(text.length > longestText ? `${text.slice(0, longestText)}…` : text);
}

function clipLine(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

/** For HTML inside Markdown, where a backtick could pair with one of the text below. */
function inline(text: string): string {
  return escapeMarkup(defuse(flatten(text))).replaceAll('`', '&#96;');
}
