import { describe, expect, test } from 'vitest';
import { buildGate, evidence, finding, policyOf, run } from '../../../test/policy/sample-evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { judge } from './judge.ts';

/** Outcome and the codes of the reasons, worst first. */
async function verdict(keys: string, changes: Partial<Evidence>): Promise<string> {
  const { gate, policy } = await buildGate(keys);
  const { outcome, reasons } = await judge(gate, evidence(changes), policy);
  return [outcome, ...reasons.map(({ effect, code }) => `${effect}:${code}`)].join(' ');
}

describe('runs', () => {
  test.each([
    ['complete', [run()], 'pass'],
    ['missing', [], 'error error:incomplete'],
    ['of another scanner only', [run({ scanner: 'sast' })], 'error error:incomplete'],
    ['partial', [run({ status: 'partial' })], 'error error:incomplete'],
    ['failed', [run({ status: 'failed' })], 'error error:incomplete'],
    ['skipped', [run({ status: 'skipped' })], 'error error:incomplete'],
    ['one of two failed', [run(), run({ status: 'failed' })], 'error error:incomplete'],
  ])('%s', async (_, runs, expected) => {
    expect(await verdict('', { runs })).toBe(expected);
  });

  test('say why they stopped', async () => {
    const { gate, policy } = await buildGate();
    const stopped = evidence({ runs: [run({ status: 'failed', reason: 'out of memory' })] });
    expect((await judge(gate, stopped, policy)).reasons).toEqual([
      { code: 'incomplete', effect: 'error', scanner: 'secrets', message: 'secrets failed: out of memory' },
    ]);
  });

  test.each([
    ['skipped or deferred is a note', [run(), run({ scanner: 'sast', status: 'skipped' })], 'pass note:deferred'],
    ['partly done is a note', [run(), run({ scanner: 'sast', status: 'partial' })], 'pass note:deferred'],
    ['crashed is an error', [run(), run({ scanner: 'sast', status: 'failed' })], 'error error:incomplete'],
    ['never heard of is an error', [run()], 'error error:incomplete'],
  ])('soft scanner: %s', async (_, runs, expected) => {
    expect(await verdict('soft: [sast]', { runs })).toBe(expected);
  });
});

describe('a run that looked at nothing', () => {
  const idle = (wanted?: number) => [run({ examined: 0, ...(wanted === undefined ? { wanted: 0 } : { wanted }) })];
  const target = (kind: Evidence['target']['kind'], listed: number) => ({ kind, description: 'it', listed });

  test.each([
    ['though there are files of its kind', target('directory', 5), 3, 'error error:nothing-examined'],
    ['though the change has files of its kind', target('staged', 5), 3, 'error error:nothing-examined'],
    ['of an empty directory', target('directory', 0), 0, 'error error:nothing-examined'],
    ['of an empty history', target('history', 0), 0, 'error error:nothing-examined'],
    ['because no file is of its kind', target('directory', 5), 0, 'pass note:nothing-examined'],
    ['because nothing is staged', target('staged', 0), 0, 'pass note:nothing-examined'],
    ['because the range has no change', target('commits', 0), 0, 'pass note:nothing-examined'],
  ])('%s', async (_, target, wanted, expected) => {
    expect(await verdict('', { target, runs: idle(wanted) })).toBe(expected);
  });

  test('and nobody counted what there was', async () => {
    const { wanted: _, ...uncounted } = run({ examined: 0 });
    const target = { kind: 'directory', description: 'it' } as const;
    expect(await verdict('', { target, runs: [uncounted] })).toBe('error error:nothing-examined');
  });
});

describe('findings', () => {
  test.each([
    ['as bad as the threshold', finding({ severity: 'high' }), 'fail fail:finding'],
    ['worse', finding({ severity: 'critical' }), 'fail fail:finding'],
    ['less bad', finding({ severity: 'medium' }), 'pass'],
    ['a guess', finding({ confidence: 'low' }), 'pass note:low-confidence'],
    ['suppressed', finding({ suppression: { kind: 'in-source' } }), 'pass'],
    [
      'suppressed by what has run out',
      finding({ suppression: { kind: 'waiver', expires: '2026-03-09' } }),
      'fail fail:finding',
    ],
    ['suppressed for today', finding({ suppression: { kind: 'waiver', expires: '2026-03-10' } }), 'pass'],
    [
      'suppressed until a day that does not exist',
      finding({ suppression: { kind: 'tool', expires: 'soon' } }),
      'fail fail:finding',
    ],
    ['known', finding({ baselineState: 'unchanged' }), 'pass note:known'],
    ['changed', finding({ baselineState: 'updated' }), 'fail fail:finding'],
    ['gone', finding({ baselineState: 'absent' }), 'pass'],
    ['of a scanner that the gate does not name', finding({ scanner: 'iac' }), 'pass note:not-asked'],
  ])('%s', async (_, found, expected) => {
    expect(await verdict('fail-on: high', { findings: [found] })).toBe(expected);
  });

  test.each([
    [
      'known ones count unless the gate asks for new ones only',
      'fail-on: { severity: high, new-only: false }',
      finding({ baselineState: 'unchanged' }),
      'fail fail:finding',
    ],
    [
      'a gate may ask for proof',
      'fail-on: { severity: high, confidence: proven }',
      finding(),
      'pass note:low-confidence',
    ],
    [
      'a gate may take guesses',
      'fail-on: { severity: high, confidence: low }',
      finding({ confidence: 'low' }),
      'fail fail:finding',
    ],
    ['a gate may only show', 'fail-on: never', finding({ severity: 'critical' }), 'pass'],
    [
      'a scanner may have a threshold of its own',
      'fail-on: critical, overrides: { secrets: low }',
      finding({ severity: 'low' }),
      'fail fail:finding',
    ],
    ['a rule may be raised', "rules: { 'secrets/*': critical }", finding({ severity: 'info' }), 'fail fail:finding'],
    ['a rule may be lowered', 'rules: { secrets/token: low }', finding(), 'pass'],
    ['a rule may be switched off', 'rules: { secrets/token: off }', finding(), 'pass note:rule-off'],
    [
      'a whole id wins over a pattern',
      "rules: { secrets/token: critical, 'secrets/*': off }",
      finding(),
      'fail fail:finding',
    ],
    ['the later pattern wins', "rules: { '*': off, 'secrets/*': critical }", finding(), 'fail fail:finding'],
  ])('%s', async (_, keys, found, expected) => {
    const { gate, policy } = await policyOf(`gates: { build: { scanners: [secrets], ${keys} } }`);
    const { outcome, reasons } = await judge(gate, evidence({ findings: [found] }), policy);
    expect([outcome, ...reasons.map(({ effect, code }) => `${effect}:${code}`)].join(' ')).toBe(expected);
  });

  test("a gate's rules win over those for all", async () => {
    const { gate, policy } = await policyOf(`
rules: { 'secrets/*': off }
gates: { build: { scanners: [secrets], rules: { 'secrets/*': critical } } }`);
    expect((await judge(gate, evidence({ findings: [finding()] }), policy)).outcome).toBe('fail');
  });

  test('come worst first, then by place, and are counted as the policy sees them', async () => {
    const { gate, policy } = await buildGate('fail-on: low, rules: { secrets/b: critical }');
    const at = (uri: string, startLine: number, ruleId: string) => finding({ locations: [{ uri, startLine }], ruleId });
    const findings = [
      at('z.ts', 1, 'secrets/a'),
      at('a.ts', 9, 'secrets/a'),
      at('a.ts', 2, 'secrets/a'),
      at('z.ts', 5, 'secrets/b'),
    ];
    const { reasons, counts, suppressed } = await judge(gate, evidence({ findings }), policy);
    expect(reasons.map(({ message }) => message.split(':').slice(0, 2).join(':'))).toEqual([
      'critical secrets/b in z.ts:5',
      'high secrets/a in a.ts:2',
      'high secrets/a in a.ts:9',
      'high secrets/a in z.ts:1',
    ]);
    expect(reasons.map((reason) => reason.finding)).toEqual([3, 2, 1, 0]);
    expect(counts).toEqual({ info: 0, low: 0, medium: 0, high: 3, critical: 1 });
    expect(suppressed).toBe(0);
  });
});

describe('what is unknown', () => {
  const unknowns = [
    { scanner: 'secrets', reason: 'unsupported', message: 'can not look into 7z', location: { uri: 'a.7z' } },
  ];

  test.each([
    ['shuts the gate', '', 'error error:unknown'],
    ['may be settled for', 'unknowns: note', 'pass note:unknown'],
    ['may be settled for by its reason', 'unknowns: { unsupported: note }', 'pass note:unknown'],
    ['is not settled for by another reason', 'unknowns: { syntax: note }', 'error error:unknown'],
    ['may be strict by its reason', 'unknowns: { unsupported: error, default: note }', 'error error:unknown'],
  ])('%s', async (_, keys, expected) => {
    expect(await verdict(keys, { unknowns })).toBe(expected);
  });

  test('to a soft scanner is a note', async () => {
    const soft = [{ scanner: 'sast', reason: 'syntax', message: 'no language' }];
    expect(await verdict('soft: [sast]', { unknowns: soft, runs: [run(), run({ scanner: 'sast' })] })).toBe(
      'pass note:unknown',
    );
  });
});

describe('evidence that is no evidence', () => {
  test('without a time nothing is decided', async () => {
    expect(await verdict('', { now: 'yesterday' })).toBe('error error:evidence');
  });

  test('a gate that asks for nothing does not open', async () => {
    const { gate, policy } = await policyOf('gates: { build: { scanners: [] } }');
    const { outcome, reasons } = await judge(gate, evidence(), policy);
    expect([outcome, reasons[0]?.code]).toEqual(['error', 'empty-gate']);
  });

  test('an error outweighs a failure', async () => {
    expect(await verdict('', { findings: [finding()], runs: [run({ status: 'partial' })] })).toBe(
      'error error:incomplete fail:finding',
    );
  });
});
