import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReport, buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { writeReport } from '../../../test/reports/write-report.ts';
import { parseXml, type XmlElement } from '../../../test/reports/xml.ts';

function outcomes(root: XmlElement): string[] {
  return root.children.flatMap((suite) =>
    suite.children.map((test) => {
      const { classname, name } = test.attributes;
      return `${suite.attributes['name']} | ${classname} | ${name} | ${test.children[0]?.name ?? 'passed'}`;
    }),
  );
}

test('a suite per scanner, a case per finding, one for the gate', async () => {
  const root = parseXml(await writeReport('junit', buildRichReport()));
  expect(outcomes(root)).toEqual([
    'gate | gate | build | error',
    'image | image | looked at everything | skipped',
    'sast | sast | looked at everything | error',
    'sast | sast/sql-injection | SQL built from user input in src/orders.ts:41:3 | failure',
    'sast | sast/weak-hash | sast/weak-hash in src/etag.ts:7:1 | skipped',
    'secrets | secrets | looked at everything | passed',
    'secrets | secrets/stripe-secret-key | Stripe secret key in the source in config/production.yaml:12:9 | failure',
    'secrets | secrets/aws-access-key | AWS access key in deploy/old.env:3:19 | failure',
  ]);
  expect(root.attributes).toMatchObject({ tests: '8', failures: '3', errors: '2', skipped: '2' });
});

test('a finding that does not shut the gate passes with its text', async () => {
  const root = parseXml(await writeReport('junit', buildReport({ outcome: 'pass' })));
  const [gate, secrets] = root.children;
  expect(gate?.children[0]?.children).toEqual([]);
  expect(secrets?.children[1]?.children).toMatchObject([{ name: 'system-out' }]);
  expect(secrets?.children[1]?.children[0]?.text).toContain('A live Stripe secret key');
});

test('a failure shows message, place, masked lines and fix', async () => {
  const root = parseXml(await writeReport('junit', buildReport()));
  const failure = root.children[1]?.children[1]?.children[0];
  expect(failure?.attributes).toEqual({
    message: 'A live Stripe secret key (sk_l…) stands in the file.',
    type: 'critical',
  });
  expect(failure?.text.split('\n')).toEqual([
    'critical, proven: A live Stripe secret key (sk_l…) stands in the file.',
    'config/production.yaml:12:9',
    `  key: "sk_l${'*'.repeat(28)}"`,
    'Fix: Roll the key in the Stripe dashboard, then read it from the environment or a secret store.',
    expect.stringMatching(/^Id: [0-9a-f-]{36}$/),
  ]);
});

test('is well-formed whatever the texts are, and its totals add up', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const root = parseXml(await writeReport('junit', report));
      const sum = root.children.reduce((total, suite) => total + Number(suite.attributes['tests']), 0);
      expect(sum).toBe(Number(root.attributes['tests']));
      expect(outcomes(root)).toHaveLength(sum);
    }),
    { numRuns: 60 },
  );
});
