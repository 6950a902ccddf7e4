import type { Finding } from '../../model/finding.ts';
import type { Report, ReportOptions } from '../../model/report.ts';
import { blockingFindings } from '../blocking-findings.ts';
import { findingIds } from '../finding-ids.ts';
import { isOpen } from '../open-finding.ts';
import { inOrder } from '../order.ts';
import { ruleTable } from '../rule-table.ts';
import { count } from '../wording.ts';
import { adviceLine, findingItem, findingSection, runItem, unknownItem, verdictSection } from './sections.ts';

/** A comment of GitHub holds 65,536 characters. */
const longest = 65_000;
/** Kept for the notes on what had to be left out. */
const reserve = 500;

/**
 * Markdown for a comment on a merge request: the verdict, what shuts the gate, other findings, what was not looked at,
 * what is fixed, what is accepted. At most 65,000 characters, cut between findings, the least important first.
 */
export function* writeMarkdown(unordered: Report, options: ReportOptions): Generator<string> {
  let room = longest - reserve;
  for (const section of sections(inOrder(unordered), options)) {
    if (section.total === 0) continue;
    const { opening, closing } = frame(section);
    let text = opening;
    let left = section.total;
    for (const block of section.blocks) {
      if (text.length + block.length + 1 + closing.length > room) break;
      text += `${block}\n`;
      left--;
    }
    room -= text.length + closing.length;
    yield `${text}${left > 0 ? `\n… and ${count(left, `more ${section.noun}`)}\n` : ''}${closing}`;
  }
}

interface Section {
  readonly title: string;
  /** Unfolds on a click. */
  readonly folded: boolean;
  /** What a block is, for counting those that did not fit. */
  readonly noun: string;
  readonly total: number;
  /** Made one by one, so that those that do not fit cost nothing. */
  readonly blocks: Iterable<string>;
}

function frame({ title, folded }: Section): { readonly opening: string; readonly closing: string } {
  if (title === '') return { opening: '', closing: '\n' };
  if (!folded) return { opening: `### ${title}\n\n`, closing: '\n' };
  return { opening: `<details><summary>${title}</summary>\n\n`, closing: '\n</details>\n\n' };
}

function* sections(report: Report, options: ReportOptions): Generator<Section> {
  const { findings, runs, unknowns } = report.evidence;
  const ids = findingIds(findings);
  const rules = ruleTable(report.rules);
  const blocking = blockingFindings(report.verdict);
  const inFull = ([index, finding]: Numbered): string => findingSection(finding, ids[index] ?? '', rules);
  const inShort = ([, finding]: Numbered): string => findingItem(finding, rules);
  const numbered = [...findings.entries()];
  const open = numbered.filter(([, finding]) => isOpen(finding));
  const shut = open.filter(([index]) => blocking.has(index));
  const others = open.filter(([index]) => !blocking.has(index));
  const fixed = numbered.filter(([, finding]) => finding.baselineState === 'absent');
  const accepted = numbered.filter(([, { suppression, baselineState }]) => suppression && baselineState !== 'absent');
  const unfinished = runs.filter((run) => run.status !== 'complete');

  const [worst] = [...shut, ...others];
  const advice = worst ? [adviceLine(ids[worst[0]] ?? '')] : [];
  yield plain('', 'part', [verdictSection(report, options), ...advice], String);
  yield plain('What shuts the gate', 'finding', shut, inFull);
  yield plain(shut.length > 0 ? 'Other findings' : 'Findings', 'finding', others, inFull);
  yield plain('Scanners that did not finish', 'scanner', unfinished, runItem);
  yield plain('Not decided', 'item', unknowns, unknownItem);
  yield { ...plain(`Fixed: ${count(fixed.length, 'finding')}`, 'finding', fixed, inShort), folded: true };
  yield { ...plain(`Accepted: ${count(accepted.length, 'finding')}`, 'finding', accepted, inShort), folded: true };
}

type Numbered = readonly [index: number, finding: Finding];

function plain<T>(title: string, noun: string, items: readonly T[], render: (item: T) => string): Section {
  return { title, folded: false, noun, total: items.length, blocks: renderEach(items, render) };
}

function* renderEach<T>(items: readonly T[], render: (item: T) => string): Generator<string> {
  for (const item of items) yield render(item);
}
