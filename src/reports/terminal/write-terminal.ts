import { flatten } from '../../lib/terminal/sanitize.ts';
import { screen as makeScreen, type Screen } from '../../lib/terminal/screen.ts';
import { wrap } from '../../lib/terminal/wrap.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import type { Severity } from '../../model/severity.ts';
import { blockingFindings } from '../blocking-findings.ts';
import { findingIds } from '../finding-ids.ts';
import { isOpen } from '../open-finding.ts';
import { inOrder } from '../order.ts';
import { ruleTable, type RuleTable } from '../rule-table.ts';
import { count, worstFirst } from '../wording.ts';
import { findingBlock } from './finding-block.ts';
import { coverageNotes } from './coverage-notes.ts';
import { ruleLine } from './rule-line.ts';
import { severityPaint } from './severity-paint.ts';
import { verdictBlock } from './verdict-block.ts';

/** Findings of one severity that are shown in full; the rest is counted. */
const mostShown = 50;

/** The report for people: findings grouped by severity, then file; what was not looked at; the verdict last. */
export function* writeTerminal(unordered: Report, options: ReportOptions): Generator<string> {
  const report = inOrder(unordered);
  const screen = makeScreen(options.width, options.color);
  const ids = findingIds(report.evidence.findings);
  for (const line of lines(report, ids, options, screen)) yield `${line}\n`;
}

function* lines(report: Report, ids: readonly string[], options: ReportOptions, screen: Screen): Generator<string> {
  yield* title(report, screen);
  const blocking = blockingFindings(report.verdict);
  const open = [...report.evidence.findings.entries()].filter(([, finding]) => isOpen(finding));
  const shown = open.filter(([index, finding]) => blocking.has(index) || finding.baselineState !== 'unchanged');
  const rules = ruleTable(report.rules);
  for (const severity of worstFirst) {
    const group = shown.filter(([, finding]) => finding.severity === severity);
    yield* severityGroup(severity, group, { ids, blocking, rules, screen });
  }
  const known = open.length - shown.length;
  if (known > 0) yield* aside(`${count(known, 'finding')} known before, not shown`, screen);
  yield* coverageNotes(report, screen);
  yield* verdictBlock(report, ids, options, screen);
}

function* title(report: Report, screen: Screen): Generator<string> {
  const { tool, evidence } = report;
  const { branch, commit } = evidence.revision ?? {};
  const revision = [branch, commit?.slice(0, 10)].filter((part) => part !== undefined).join(' @ ');
  const parts = [`${tool.name} ${tool.version}`, evidence.target.description, revision].filter((part) => part !== '');
  yield* wrap(flatten(parts.join(' · ')), screen.width).map(screen.paint.dim);
  yield '';
}

interface Layout {
  readonly ids: readonly string[];
  readonly blocking: ReadonlySet<number>;
  readonly rules: RuleTable;
  readonly screen: Screen;
}

function* severityGroup(
  severity: Severity,
  group: readonly (readonly [index: number, finding: Finding])[],
  { ids, blocking, rules, screen }: Layout,
): Generator<string> {
  const { paint } = screen;
  if (group.length === 0) return;
  yield ruleLine(
    `${severity.toUpperCase()} · ${count(group.length, 'finding')}`,
    severityPaint(severity, paint),
    screen,
  );
  yield '';
  let uri: string | undefined;
  for (const [index, finding] of group.slice(0, mostShown)) {
    if (finding.locations[0].uri !== uri) {
      uri = finding.locations[0].uri;
      for (const line of wrap(flatten(uri), screen.width)) yield paint.underline(paint.bold(line));
    }
    yield* findingBlock(finding, ids[index] ?? '', blocking.has(index), rules, screen);
    yield '';
  }
  const more = group.length - mostShown;
  if (more > 0) yield* aside(`and ${count(more, `more ${severity} finding`)}`, screen);
}

function* aside(text: string, screen: Screen): Generator<string> {
  yield* wrap(`${text}; all of them: -o html=report.html`, screen.width).map(screen.paint.dim);
  yield '';
}
