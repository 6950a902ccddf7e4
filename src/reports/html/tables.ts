import { markup, type Content, type Markup } from '../../lib/html/markup.ts';
import type { ScannerRun } from '../../model/evidence.ts';
import type { Finding, Unknown } from '../../model/finding.ts';
import type { ReportOptions } from '../../model/report.ts';
import { titleOf, type RuleTable } from '../rule-table.ts';
import { duration, examinedInWords, place, runInWords, suppressionInWords } from '../wording.ts';

export function* acceptedTable(findings: readonly Finding[], rules: RuleTable): Generator<Markup> {
  yield* table(['Severity', 'What', 'Where', 'Accepted by'], findings, (finding) => [
    badge(finding),
    titleOf(finding, rules),
    markup`<code>${place(finding.locations[0])}</code>`,
    finding.suppression && suppressionInWords(finding.suppression),
  ]);
}

export function* fixedTable(findings: readonly Finding[], rules: RuleTable): Generator<Markup> {
  yield* table(['Severity', 'What', 'Where'], findings, (finding) => [
    badge(finding),
    titleOf(finding, rules),
    markup`<code>${place(finding.locations[0])}</code>`,
  ]);
}

export function* runTable(runs: readonly ScannerRun[], options: ReportOptions): Generator<Markup> {
  yield* table(['Scanner', 'Examined', 'Time', 'Outcome'], runs, (run) => [
    run.scanner,
    examinedInWords(run),
    options.reproducible ? undefined : duration(run.millis),
    run.status === 'complete' ? 'complete' : markup`<b class="error">${runInWords(run)}</b>`,
  ]);
}

export function* unknownTable(unknowns: readonly Unknown[]): Generator<Markup> {
  yield* table(['Scanner', 'Where', 'What could not be decided'], unknowns, (unknown) => [
    unknown.scanner,
    unknown.location && markup`<code>${place(unknown.location)}</code>`,
    `${unknown.message} (${unknown.reason})`,
  ]);
}

function badge(finding: Finding): Markup {
  return markup`<span class="badge ${finding.severity}">${finding.severity}</span>`;
}

function* table<T>(
  titles: readonly string[],
  rows: readonly T[],
  cells: (row: T) => readonly Content[],
): Generator<Markup> {
  const head = titles.map((title) => markup`<th scope="col">${title}</th>`);
  yield markup`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n`;
  for (const row of rows) yield markup`<tr>${cells(row).map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;
  yield markup`</tbody></table></div>\n`;
}
