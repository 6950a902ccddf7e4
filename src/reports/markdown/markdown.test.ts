import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFinding, buildReport, buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { writeReport } from '../../../test/reports/write-report.ts';
import type { Finding } from '../../model/finding.ts';

function many(count: number, changes: Partial<Finding> = {}): Finding[] {
  return Array.from({ length: count }, (_, line) =>
    buildFinding({ locations: [{ uri: 'src/a.ts', startLine: line + 1 }], ...changes }),
  );
}

/** Tags outside of code, where text of others must never put one. */
function tagsOutsideCode(markdown: string): string[] {
  const text = markdown
    .replace(/^(`{3,})\n[^]*?\n\1$/gm, '')
    .replace(/(?<![\\`])(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')
    .replace(/\\[<>]/g, '');
  return [...text.matchAll(/<\/?(\w+)/g)].map(([tag]) => tag);
}

describe('a comment', () => {
  test('begins with the verdict', async () => {
    const [title, , facts] = (await writeReport('markdown', buildRichReport())).split('\n');
    expect(title).toBe('## ⚠️ Portcullis: gate `build` could not decide');
    expect(facts).toBe(
      '**1 critical, 2 high** · 3 findings shut the gate · 1 accepted · 1,204 files examined in 812 ms',
    );
  });

  test('goes from what shuts the gate to what is done with', async () => {
    const text = await writeReport('markdown', buildRichReport());
    const order = [
      '`portcullis explain',
      '### What shuts the gate',
      '### Scanners that did not finish',
      '### Not decided',
      '<summary>Fixed: 1 finding</summary>',
      '<summary>Accepted: 1 finding</summary>',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('of a clean run is two lines', async () => {
    const text = await writeReport('markdown', buildReport({ findings: [] }));
    expect(text.trim().split('\n\n')).toEqual([
      '## ✅ Portcullis: gate `build` passed',
      '**no findings** · 1,204 files examined in 812 ms',
    ]);
  });

  test('separates what shuts the gate from the rest', async () => {
    const findings = [buildFinding(), buildFinding({ severity: 'low', locations: [{ uri: 'low.ts' }] })];
    const text = await writeReport(
      'markdown',
      buildReport({ findings, reasons: [{ code: 'finding', effect: 'fail', message: 'x', finding: 0 }] }),
    );
    expect(text.indexOf('low.ts')).toBeGreaterThan(text.indexOf('### Other findings'));
  });
});

describe('the limit of 65,000 characters', () => {
  test('is kept with any number of findings, and the rest is counted', async () => {
    const findings = [...many(3000), ...many(2000, { severity: 'low', suppression: { kind: 'waiver', reason: 'r' } })];
    const text = await writeReport('markdown', buildReport({ findings }));
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text.length).toBeGreaterThan(60_000);
    const shown = text.match(/<b>CRITICAL<\/b>/g)?.length ?? 0;
    expect(text).toContain(`… and ${(3000 - shown).toLocaleString('en-US')} more findings`);
    expect(text).toMatch(/Accepted: 2,000 findings<\/summary>[^]*… and 1,9\d\d more findings/);
  });

  test('is kept with texts of any length, and the verdict stays', async () => {
    const long = 'x|'.repeat(100_000);
    const findings = [buildFinding({ message: long, excerpt: { startLine: 1, lines: [long, long] } }), ...many(1)];
    const reasons = Array.from(
      { length: 500 },
      () => ({ code: 'incomplete', effect: 'error', message: long }) as const,
    );
    const text = await writeReport('markdown', buildReport({ findings, outcome: 'error', reasons }));
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text).toMatch(/^## ⚠️/);
    expect(text).toContain('and 480 more reasons');
  });
});

test('whatever the texts are, they bring in no tag and close what they do not own', async () => {
  const own = new Set(['<details', '<summary', '<b', '</b', '<code', '</code', '</summary', '</details']);
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const tags = tagsOutsideCode(await writeReport('markdown', report));
      expect(tags.filter((tag) => !own.has(tag))).toEqual([]);
      expect(tags.filter((tag) => tag === '<details').length).toBe(tags.filter((tag) => tag === '</details').length);
    }),
    { numRuns: 60 },
  );
});

test('nobody is mentioned', async () => {
  const finding = buildFinding({
    message: 'ask @everyone about #12',
    locations: [{ uri: '@everyone/x.ts', startLine: 1 }],
  });
  const text = await writeReport('markdown', buildReport({ findings: [finding] }));
  expect(text.replaceAll(/`[^`]*`/g, '')).not.toMatch(/@everyone|#12/);
});
