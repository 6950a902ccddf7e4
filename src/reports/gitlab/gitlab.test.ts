import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFinding, buildReport, buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { schemaErrors } from '../../../test/reports/validate.ts';
import { writeReport } from '../../../test/reports/write-report.ts';
import type { ScannerRun } from '../../model/evidence.ts';
import type { Report } from '../../model/report.ts';

interface SecurityReport {
  readonly scan: {
    readonly type: string;
    readonly status: string;
    readonly start_time: string;
    readonly messages: readonly { readonly level: string; readonly value: string }[];
  };
  readonly vulnerabilities: readonly {
    readonly id: string;
    readonly name: string;
    readonly severity: string;
    readonly description: string;
    readonly location: object;
    readonly identifiers: readonly object[];
  }[];
}

const formats = ['gitlab', 'gitlab-secret-detection', 'gitlab-sast'] as const;

async function read(format: (typeof formats)[number], report: Report): Promise<SecurityReport> {
  return JSON.parse(await writeReport(format, report)) as SecurityReport;
}

function withRuns(...runs: Partial<ScannerRun>[]): Report {
  const whole = { scanner: 'secrets', status: 'complete', examined: 1, millis: 1 } as const;
  return buildReport({ evidence: { runs: runs.map((run) => Object.assign({}, whole, run)) } });
}

test.each(formats)('%s follows the schema', async (format) => {
  expect(schemaErrors('gitlab-security.json', await read(format, buildRichReport()))).toEqual([]);
});

test.each(formats)('%s follows the schema whatever the texts are', async (format) => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      expect(schemaErrors('gitlab-security.json', await read(format, report))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

describe('secret detection', () => {
  test('a secret in the tree', async () => {
    const { vulnerabilities, scan } = await read('gitlab-secret-detection', buildReport());
    expect(scan).toMatchObject({ type: 'secret_detection', status: 'success', start_time: '2026-05-04T10:20:30' });
    expect(vulnerabilities).toMatchObject([
      {
        name: 'Stripe secret key in the source',
        severity: 'Critical',
        identifiers: [
          { type: 'portcullis_rule', value: 'secrets/stripe-secret-key' },
          { type: 'cwe', value: '798' },
          { type: 'cwe', value: '312' },
        ],
        location: { file: 'config/production.yaml', start_line: 12, end_line: 12, commit: { sha: '0000000' } },
        raw_source_code_extract: `  key: "sk_l${'*'.repeat(28)}"`,
      },
    ]);
  });

  test('a secret in the history has its commit', async () => {
    const { vulnerabilities } = await read('gitlab-secret-detection', buildRichReport());
    expect(vulnerabilities[1]?.location).toEqual({
      file: 'deploy/old.env',
      start_line: 3,
      end_line: 3,
      commit: {
        sha: '90be1a2b3c4d5e6f708192a3b4c5d6e7f8012345',
        author: 'Ada Example',
        date: '2024-03-01T09:00:00+01:00',
      },
    });
  });

  test('says that other findings are elsewhere', async () => {
    const { scan, vulnerabilities } = await read('gitlab-secret-detection', buildRichReport());
    expect(vulnerabilities).toHaveLength(2);
    expect(scan.messages).toContainEqual({ level: 'info', value: '1 finding of other scanners not in this report' });
  });

  test('the same value in two places gives two vulnerabilities', async () => {
    const other = buildFinding({ locations: [{ uri: 'copy.yaml', startLine: 1 }] });
    const { vulnerabilities } = await read('gitlab', buildReport({ findings: [buildFinding(), other] }));
    expect(new Set(vulnerabilities.map(({ id }) => id)).size).toBe(2);
  });
});

test('SAST has what is no secret, with its path', async () => {
  const { scan, vulnerabilities } = await read('gitlab-sast', buildRichReport());
  expect(scan).toMatchObject({ type: 'sast', status: 'failure' });
  expect(vulnerabilities).toMatchObject([
    {
      severity: 'High',
      location: { file: 'src/orders.ts', start_line: 41, end_line: 42 },
      details: {
        places: { items: [{ value: 'src/invoices.ts:8' }] },
        flow: { items: [[{ node_type: 'source' }, { node_type: 'sink' }]] },
      },
    },
  ]);
});

describe('the one that fits', () => {
  test('is secret detection when only secrets were looked for', async () => {
    expect((await read('gitlab', withRuns({}, { scanner: 'sast', status: 'skipped' }))).scan.type).toBe(
      'secret_detection',
    );
  });

  test('is SAST with everything in it otherwise', async () => {
    const { scan, vulnerabilities } = await read('gitlab', buildRichReport());
    expect(scan.type).toBe('sast');
    expect(vulnerabilities).toHaveLength(3);
  });
});

describe('status', () => {
  test.each([
    ['complete', 'success'],
    ['partial', 'failure'],
    ['failed', 'failure'],
    ['skipped', 'failure'],
  ] as const)('of a %s run is %s', async (status, expected) => {
    expect((await read('gitlab-secret-detection', withRuns({ status }))).scan.status).toBe(expected);
  });

  test('without a scanner that could have found something is a failure', async () => {
    const { scan } = await read('gitlab-sast', withRuns({}));
    expect(scan).toMatchObject({
      status: 'failure',
      messages: [{ level: 'fatal', value: 'No scanner of this report ran' }, {}],
    });
  });
});

test('accepted and fixed findings are left out', async () => {
  const findings = [
    buildFinding({ suppression: { kind: 'waiver' } }),
    buildFinding({ baselineState: 'absent', locations: [{ uri: 'x' }] }),
  ];
  expect((await read('gitlab', buildReport({ findings }))).vulnerabilities).toEqual([]);
});

test('a message can not mention people or draw markup', async () => {
  const findings = [buildFinding({ message: '@all see <img> and [x](http://evil.example)' })];
  const { vulnerabilities } = await read('gitlab', buildReport({ findings }));
  expect(vulnerabilities[0]?.description).toContain('@\u2060all see \\<img\\> and \\[x\\](http\\://evil.example)');
});

test('long texts are cut to what the schema allows', async () => {
  const report = buildRichReport();
  const rules = report.rules.map((rule) => Object.assign({}, rule, { title: 't'.repeat(400), fix: 'f'.repeat(9000) }));
  expect(schemaErrors('gitlab-security.json', await read('gitlab', { ...report, rules }))).toEqual([]);
});
