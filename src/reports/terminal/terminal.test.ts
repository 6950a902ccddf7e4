import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFinding, buildReport, buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { writeReport } from '../../../test/reports/write-report.ts';
import { displayWidth } from '../../lib/terminal/width.ts';
import type { Finding } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';

const escape = String.fromCharCode(27);
const look = new RegExp(`${escape}\\[(?:[1247]|2[247]|3[1-69])m`, 'g');

function many(count: number, severity: Severity): Finding[] {
  return Array.from({ length: count }, (_, line) =>
    buildFinding({ severity, locations: [{ uri: 'a', startLine: line + 1 }] }),
  );
}

test('a report in full', async () => {
  expect((await writeReport('terminal', buildRichReport(), { width: 90 })).split('\n')).toEqual([
    'Portcullis 0.1.0 · examples/shop · main @ 3f2c1ab94d',
    '',
    '── CRITICAL · 1 finding ──────────────────────────────────────────────────────────────────',
    '',
    'config/production.yaml',
    '✗  CRITICAL  Stripe secret key in the source                     secrets/stripe-secret-key',
    '    A live Stripe secret key (sk_l…) stands in the file.',
    '    config/production.yaml:12:9 · proven · 6506d5c0',
    '    12 │   key: "sk_l****************************"',
    '       │         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    '    fix  Roll the key in the Stripe dashboard, then read it from the environment or a',
    '         secret store.',
    '',
    '── HIGH · 2 findings ─────────────────────────────────────────────────────────────────────',
    '',
    'deploy/old.env',
    '✗  HIGH  AWS access key                                             secrets/aws-access-key',
    '    An AWS access key id and its secret (AKIA…) were committed.',
    '    deploy/old.env:3:19 · proven: checksum holds · c6e0e9c4',
    '    commit 90be1a2b3c by Ada Example on 2024-03-01, still at HEAD',
    '    3 │ AWS_ACCESS_KEY_ID=AKIA****************',
    '      │                   ^^^^^^^^^^^^^^^^^^^^',
    '    fix  Roll the key in the Stripe dashboard, then read it from the environment or a',
    '         secret store.',
    '',
    'src/orders.ts',
    '✗  HIGH  SQL built from user input                                      sast/sql-injection',
    '    The query parameter `id` reaches the SQL text without escaping.',
    '    src/orders.ts:41:3 · high confidence · new · eec66ca2',
    '    40 │     const id = request.query.id; // 註文番号 🧾',
    '    41 │     return db.query(`select * from orders where id = ${id}`);',
    '       │            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    '    42 │     }',
    '    also src/invoices.ts:8',
    '    1.   src/orders.ts:40:13 comes from the request',
    '    2.   src/orders.ts:41:9 becomes part of the SQL text',
    '    fix  Roll the key in the Stripe dashboard, then read it from the environment or a',
    '         secret store.',
    '',
    '── NOT LOOKED AT ─────────────────────────────────────────────────────────────────────────',
    '',
    '  ! image: skipped, does not accept a directory',
    '  ! sast: partial, 2 files could not be parsed',
    '  ? src/broken.ts:3: line 3 is not TypeScript (syntax)',
    '  ? dump.sql: larger than 10 MB (too-large)',
    '',
    '┃',
    '┃  ERROR  gate build stays shut: undecided',
    '┃',
    '┃ 1 critical, 2 high (and 1 suppressed finding not counted)',
    '┃ ✗ 3 findings shut the gate, marked ✗ above',
    '┃ ! sast did not look at all that it should: 2 files could not be parsed',
    '┃ · 2 things could not be decided',
    '┃ examined in 812 ms: sast 310 files, secrets 1,204 files',
    '┃',
    '┃ Why it matters, how it was recognised, how to fix it:',
    '┃   portcullis explain 6506d5c0',
    '┃   portcullis explain secrets/stripe-secret-key',
    '',
  ]);
});

test('a clean run is short', async () => {
  const text = await writeReport('terminal', buildReport({ findings: [] }));
  expect(text.split('\n').slice(2)).toEqual([
    '┃',
    '┃  PASS  gate build is open',
    '┃',
    '┃ no findings',
    '┃ examined in 812 ms: secrets 1,204 files',
    '',
  ]);
});

test('an undecided gate does not claim that there is nothing', async () => {
  const text = await writeReport('terminal', buildReport({ findings: [], outcome: 'error' }));
  expect(text).toContain('no findings in what was looked at');
});

describe('what to do next', () => {
  test('after a failure: explain, baseline, waiver', async () => {
    const text = await writeReport('terminal', buildReport());
    expect(text).toContain('portcullis baseline create');
    expect(text).toContain('- rule: secrets/stripe-secret-key');
    expect(text).toContain('path: config/production.yaml');
  });

  test('no second baseline where one is in force', async () => {
    const text = await writeReport('terminal', buildReport({ findings: [buildFinding({ baselineState: 'new' })] }));
    expect(text).not.toContain('baseline create');
  });

  test('a name that a shell or YAML would take apart is quoted', async () => {
    const finding = buildFinding({ ruleId: 'x/$(reboot)', locations: [{ uri: "it's: here.yaml" }] });
    const text = await writeReport('terminal', buildReport({ findings: [finding] }));
    expect(text).toContain("portcullis explain 'x/$(reboot)'");
    expect(text).toContain("path: 'it?s: here.yaml'");
  });
});

describe('what is shown in full', () => {
  test('at most fifty findings of a severity; the rest is counted', async () => {
    const findings = [...many(70, 'high'), ...many(51, 'low'), ...many(50, 'info')];
    const text = await writeReport('terminal', buildReport({ findings }));
    expect(text.match(/ HIGH {2}/g)).toHaveLength(50);
    expect(text).toContain('and 20 more high findings; all of them: -o html=report.html');
    expect(text).toContain('and 1 more low finding;');
    expect(text).not.toContain('more info');
  });

  test('not what is accepted, fixed, or known and harmless to the gate', async () => {
    const findings = [
      buildFinding({ severity: 'low', baselineState: 'unchanged', locations: [{ uri: 'known.ts' }] }),
      buildFinding({ suppression: { kind: 'waiver' }, locations: [{ uri: 'accepted.ts' }] }),
      buildFinding({ baselineState: 'absent', locations: [{ uri: 'fixed.ts' }] }),
    ];
    const text = await writeReport('terminal', buildReport({ findings, outcome: 'pass' }));
    expect(text).not.toMatch(/known\.ts|accepted\.ts|fixed\.ts/);
    expect(text).toContain('1 finding known before, not shown');
    expect(text).toContain('and 1 suppressed finding not counted');
  });

  test('but a known finding that shuts the gate is', async () => {
    const findings = [buildFinding({ baselineState: 'unchanged', locations: [{ uri: 'known.ts' }] })];
    expect(await writeReport('terminal', buildReport({ findings }))).toContain('known.ts');
  });
});

describe('colour', () => {
  test('changes nothing but the looks', async () => {
    const report = buildRichReport();
    const colored = await writeReport('terminal', report, { color: true });
    expect(colored).not.toBe(await writeReport('terminal', report));
    expect(colored.replaceAll(look, '')).toBe(await writeReport('terminal', report));
  });

  test('off means not one escape', async () => {
    expect(await writeReport('terminal', buildRichReport())).not.toContain(escape);
  });
});

test('whatever the texts are, only our looks reach the terminal', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const text = (await writeReport('terminal', report, { color: true })).replaceAll(look, '');
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 60 },
  );
});

test('whatever the texts are, lines fit the width; only what is to be copied may be longer', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, fc.integer({ min: 40, max: 120 }), async (report, width) => {
      const lines = (await writeReport('terminal', report, { width })).split('\n');
      const prose = lines.filter((line) => !line.startsWith('┃   '));
      expect(prose.filter((line) => displayWidth(line) > width)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test.each([0, Number.NaN, -1, Number.POSITIVE_INFINITY])('a width of %d is taken for the usual 80', async (width) => {
  const text = await writeReport('terminal', buildRichReport(), { width });
  expect(Math.max(...text.split('\n').map(displayWidth))).toBe(80);
});
