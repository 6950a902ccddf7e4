import type { Screen } from '../../lib/terminal/screen.ts';
import { wrap } from '../../lib/terminal/wrap.ts';
import { platforms, type CoverageRow } from './coverage.ts';

const titles = { gitlab: 'GitLab', github: 'GitHub' } as const;

/** Scanners that have more rules than anybody reads in a row are named with their number. */
const mostNamed = 40;

/** The matrix for reading: each control with the rules of each platform, in their words once where they are the same. */
export function* coveragePage(rows: readonly CoverageRow[], { paint, width }: Screen): Generator<string> {
  let group = '';
  for (const row of rows) {
    if (row.group !== group) {
      if (group !== '') yield '';
      ({ group } = row);
      yield paint.bold(group);
    }
    yield `  ${row.text}`;
    const texts = platforms.map((platform) => ({ title: titles[platform], text: describe(row, platform) }));
    const [first] = texts;
    const isSame = first !== undefined && texts.every(({ text }) => text === first.text);
    for (const { title, text } of isSame ? [{ title: 'both', text: first.text }] : texts) {
      const [head = '', ...rest] = wrap(text, Math.max(20, width - 14));
      yield paint.dim(`    ${title.padEnd(8)}${head}`);
      for (const line of rest) yield paint.dim(`            ${line}`);
    }
  }
}

function describe(row: CoverageRow, platform: (typeof platforms)[number]): string {
  const { rules, outside } = row[platform];
  const scanners = [...new Set(rules.map(scannerOf))];
  const named = scanners.flatMap((scanner) => {
    const ids = rules.filter((id) => scannerOf(id) === scanner);
    return ids.length > mostNamed ? [`${scanner}/* (${ids.length} rules)`] : ids;
  });
  return [...named, ...(outside === undefined ? [] : [outside])].join(', ') || 'nothing';
}

function scannerOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
