import { flatten } from '../../lib/terminal/sanitize.ts';
import { screen as makeScreen, type Screen } from '../../lib/terminal/screen.ts';
import { wrap } from '../../lib/terminal/wrap.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import type { Severity } from '../../model/severity.ts';
import { findingIds } from '../finding-ids.ts';
import { isOpen } from '../open-finding.ts';
import { inOrder } from '../order.ts';
import { ruleTable, type RuleTable } from '../rule-table.ts';
import { count, worstFirst } from '../wording.ts';
import { findingBlock } from './finding-block.ts';
import { coverageNotes } from './coverage-notes.ts';
import { severityPaint } from './severity-paint.ts';
import { verdictBlock } from './verdict-block.ts';

/** Findings of one severity that are shown in full; the rest is counted. */
const mostShown = 50;

/** The report for people: findings grouped by severity, then file; what was not looked at; the verdict last. */
export function* writeTerminal(unordered: Report, options: ReportOptions): Generator<string> {
  const report = inOrder(unordered);
  const screen = makeScreen(options.width, options.color);
  const ids = findingIds(report.evidence.findings);
  const rules = ruleTable(report.rules);
  for (const line of title(report, screen)) yield `${line}\n`;
  for (const severity of worstFirst) {
    for (const line of severityGroup(severity, report, ids, rules, screen)) yield `${line}\n`;
  }
  for (const line of coverageNotes(report, screen)) yield `${line}\n`;
  for (const line of verdictBlock(report, ids, options, screen)) yield `${line}\n`;
}

function title(report: Report, screen: Screen): string[] {
  const { tool, evidence } = report;
  const { branch, commit } = evidence.revision ?? {};
  const revision = [branch, commit?.slice(0, 10)].filter((part) => part !== undefined).join(' @ ');
  const parts = [`${tool.name} ${tool.version}`, evidence.target.description, revision].filter((part) => part !== '');
  return [...wrap(flatten(parts.join(' · ')), screen.width).map(screen.paint.dim), ''];
}

function* severityGroup(
  severity: Severity,
  report: Report,
  ids: readonly string[],
  rules: RuleTable,
  screen: Screen,
): Generator<string> {
  const { paint } = screen;
  const group = [...report.evidence.findings.entries()].filter(
    ([, finding]) => isOpen(finding) && finding.severity === severity,
  );
  if (group.length === 0) return;
  const color = severityPaint(severity, paint);
  const label = `── ${severity.toUpperCase()} · ${count(group.length, 'finding')} `;
  yield color(paint.bold(label + '─'.repeat(Math.max(0, screen.width - label.length))));
  yield '';
  let uri: string | undefined;
  for (const [index, finding] of group.slice(0, mostShown)) {
    if (finding.locations[0].uri !== uri) {
      uri = finding.locations[0].uri;
      for (const line of wrap(flatten(uri), screen.width)) yield paint.underline(paint.bold(line));
    }
    yield* findingBlock(finding, ids[index] ?? '', rules, screen);
    yield '';
  }
  if (group.length > mostShown) {
    const more = `and ${count(group.length - mostShown, `more ${severity} finding`)}; all of them: -o html=report.html`;
    yield* wrap(more, screen.width).map(paint.dim);
    yield '';
  }
}
