import { markup, type Content, type Markup } from '../../lib/html/markup.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { blockingFindings } from '../blocking-findings.ts';
import { findingIds } from '../finding-ids.ts';
import { nextSteps } from '../next-steps.ts';
import { isOpen } from '../open-finding.ts';
import { ruleTable } from '../rule-table.ts';
import { worstFirst } from '../wording.ts';
import { findingCard, type CardContext } from './finding-card.ts';
import { ruleCard } from './rule-card.ts';
import { acceptedTable, fixedTable, runTable, unknownTable } from './tables.ts';

/** Findings that start unfolded. */
const mostOpen = 50;

/** A part of the page with an anchor. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly size: number;
  /** Class that colours the number in the navigation. */
  readonly tone?: string;
  readonly content: Iterable<Markup>;
}

/** In the order of the page, empty ones too. */
export function* listChapters(report: Report, options: ReportOptions): Generator<Chapter> {
  const { findings, runs, unknowns } = report.evidence;
  const ids = findingIds(findings);
  const blocking = blockingFindings(report.verdict);
  const rules = ruleTable(report.rules);
  const used = new Set(findings.map((finding) => finding.ruleId));
  const shown = report.rules.filter((rule) => used.has(rule.id));
  const anchors = new Map(shown.map((rule, index) => [rule.id, `r-${index + 1}`]));
  const context: CardContext = { rules, ruleAnchors: anchors };
  const accepted = findings.filter((finding) => finding.suppression && finding.baselineState !== 'absent');
  const fixed = findings.filter((finding) => finding.baselineState === 'absent');
  for (const severity of worstFirst) {
    const group = [...findings.entries()].filter(([, finding]) => isOpen(finding) && finding.severity === severity);
    const title = severity[0]?.toUpperCase() + severity.slice(1);
    yield { id: severity, title, size: group.length, tone: severity, content: cards(group, ids, blocking, context) };
  }
  yield {
    id: 'undecided',
    title: 'Not decided',
    size: unknowns.length,
    tone: 'error',
    content: unknownTable(unknowns),
  };
  yield { id: 'accepted', title: 'Accepted', size: accepted.length, content: acceptedTable(accepted, rules) };
  yield { id: 'fixed', title: 'Fixed', size: fixed.length, tone: 'pass', content: fixedTable(fixed, rules) };
  yield { id: 'scanners', title: 'Scanners', size: runs.length, content: runTable(runs, options) };
  yield {
    id: 'rules',
    title: 'Rules',
    size: shown.length,
    content: shown.map((rule) => ruleCard(rule, anchors.get(rule.id) ?? '')),
  };
  const steps = nextSteps(report, ids);
  const advice: Content = steps.map(
    ({ purpose, command }) => markup`<div><p>${purpose}</p><pre>${command.join('\n')}</pre></div>`,
  );
  yield {
    id: 'next',
    title: 'What to do next',
    size: steps.length,
    content: [markup`<div class="next">${advice}</div> `],
  };
}

function* cards(
  group: readonly (readonly [index: number, finding: Finding])[],
  ids: readonly string[],
  blocking: ReadonlySet<number>,
  context: CardContext,
): Generator<Markup> {
  let uri: string | undefined;
  for (const [index, finding] of group) {
    if (finding.locations[0].uri !== uri) {
      uri = finding.locations[0].uri;
      yield markup`<h3><code>${uri}</code></h3> `;
    }
    const blocks = blocking.has(index);
    yield findingCard(finding, ids[index] ?? '', { blocks, open: blocks && index < mostOpen }, context);
  }
}
