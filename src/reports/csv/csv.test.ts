import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFinding, buildReport, buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { writeReport } from '../../../test/reports/write-report.ts';

/** Reads RFC 4180. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

test('a record a finding, with its state', async () => {
  const [titles = [], ...records] = parseCsv(await writeReport('csv', buildRichReport()));
  const column = (name: string): (string | undefined)[] => records.map((record) => record[titles.indexOf(name)]);
  expect(column('severity')).toEqual(['critical', 'high', 'high', 'medium', 'low']);
  expect(column('state')).toEqual(['open', 'open', 'open', 'accepted', 'fixed']);
  expect(column('file')).toEqual([
    'config/production.yaml',
    'deploy/old.env',
    'src/orders.ts',
    'src/etag.ts',
    'src/login.ts',
  ]);
  expect(column('cwe')).toEqual(['CWE-798 CWE-312', 'CWE-798', 'CWE-89', '', '']);
  expect(column('owner')).toEqual(['', '', '', 'team-web', '']);
  expect(column('line')).toEqual(['12', '3', '41', '7', '']);
});

test('a cell is never a formula', async () => {
  const finding = buildFinding({ message: '=HYPERLINK("http://evil.example")', locations: [{ uri: '@x' }] });
  const text = await writeReport('csv', buildReport({ findings: [finding] }));
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(text).toContain(",'@x,");
});

test('whatever the texts are, records have all columns and no cell is evaluated', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const text = await writeReport('csv', report);
      const records = parseCsv(text);
      expect(records).toHaveLength(report.evidence.findings.length + 1);
      expect(new Set(records.map((record) => record.length))).toEqual(new Set([22]));
      expect(records.flat().filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
