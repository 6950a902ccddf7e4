import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFinding, buildReport, buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { schemaErrors } from '../../../test/reports/validate.ts';
import { writeReport } from '../../../test/reports/write-report.ts';

test('open findings become issues', async () => {
  const issues = JSON.parse(await writeReport('code-quality', buildRichReport())) as object[];
  expect(schemaErrors('code-quality.json', issues)).toEqual([]);
  expect(issues).toMatchObject([
    {
      check_name: 'secrets/stripe-secret-key',
      severity: 'blocker',
      location: { path: 'config/production.yaml', lines: { begin: 12 } },
    },
    { check_name: 'secrets/aws-access-key', severity: 'critical' },
    { check_name: 'sast/sql-injection', severity: 'critical' },
  ]);
});

test('a finding on a whole file stands on its first line', async () => {
  const report = buildReport({ findings: [buildFinding({ locations: [{ uri: 'Dockerfile' }] })] });
  expect(JSON.parse(await writeReport('code-quality', report))).toMatchObject([{ location: { lines: { begin: 1 } } }]);
});

test('fingerprints are unique, because only the first of equal ones is shown', async () => {
  const findings = [1, 2, 3].map((startLine) => buildFinding({ locations: [{ uri: 'a', startLine }] }));
  const issues = JSON.parse(await writeReport('code-quality', buildReport({ findings }))) as { fingerprint: string }[];
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test('follows the schema whatever the texts are', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      expect(schemaErrors('code-quality.json', JSON.parse(await writeReport('code-quality', report)))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
