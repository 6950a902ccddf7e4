import { flatten } from '../../lib/terminal/sanitize.ts';
import type { Screen } from '../../lib/terminal/screen.ts';
import type { Finding, JsonValue } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { findingBlock } from '../../reports/terminal/finding-block.ts';
import { ruleTable } from '../../reports/rule-table.ts';

/** One finding of an earlier run: the block that the report showed, and everything else that is known of it. */
export function* findingPage(finding: Finding, id: string, report: Report, screen: Screen): Generator<string> {
  yield* findingBlock(finding, id, false, ruleTable(report.rules), screen);
  yield* facts('Facts', finding.properties ?? {}, screen);
  if (finding.suppression) yield* facts('Suppressed', { ...finding.suppression }, screen);
  yield* facts(
    'Recognised again by',
    Object.fromEntries(finding.fingerprints.map((print) => [print.kind, print.value])),
    screen,
  );
}

function* facts(title: string, values: Readonly<Record<string, JsonValue>>, screen: Screen): Generator<string> {
  const rows = flat(values, '');
  if (rows.length === 0) return;
  const width = Math.max(...rows.map(([name]) => name.length));
  yield '';
  yield screen.paint.bold(title);
  for (const [name, value] of rows) yield `  ${screen.paint.dim(name.padEnd(width))}  ${flatten(value)}`;
}

function flat(values: Readonly<Record<string, JsonValue>>, prefix: string): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return flat(value as Readonly<Record<string, JsonValue>>, `${prefix}${name}.`);
    }
    return [[prefix + name, Array.isArray(value) ? value.map(String).join(', ') : String(value)]];
  });
}
