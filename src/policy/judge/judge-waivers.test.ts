import { describe, expect, test } from 'vitest';
import { evidence, finding, policyOf, run } from '../../../test/policy/sample-evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import { judge } from './judge.ts';

const answered = 'owner: Jo, reason: being rotated';

/** Outcome and messages with waivers applied, as the whole program does it. */
async function judged(waivers: string, changes: Partial<Evidence>) {
  const { policy, gate } = await policyOf(`
gates: { build: { scanners: [secrets], fail-on: high } }
waivers:
${waivers}`);
  const base = evidence(changes);
  const { outcome, reasons } = await judge(
    gate,
    { ...base, findings: applyWaivers(base.findings, policy, base.now) },
    policy,
  );
  return { outcome, reasons: reasons.map(({ effect, code, message }) => `${effect} ${code}: ${message}`) };
}

describe('a waiver', () => {
  test('that holds lets its findings through and nothing else', async () => {
    const findings = [finding(), finding({ locations: [{ uri: 'lib/b.ts', startLine: 1 }] })];
    const waiver = `  - { path: src/**, ${answered}, expires: 2026-06-30 }`;
    expect(await judged(waiver, { findings })).toEqual({
      outcome: 'fail',
      reasons: ['fail finding: high secrets/token in lib/b.ts:1: a token is in the code'],
    });
    expect((await judged(waiver, { findings: findings.slice(0, 1) })).outcome).toBe('pass');
  });

  test('that has expired fails with its own reason, and its findings count', async () => {
    expect(
      await judged(`  - { rule: 'secrets/*', ${answered}, expires: 2026-03-09 }`, { findings: [finding()] }),
    ).toEqual({
      outcome: 'fail',
      reasons: [
        'fail finding: high secrets/token in src/a.ts:3: a token is in the code',
        'fail expired-waiver: the waiver of secrets/* by Jo expired on 2026-03-09 and still matches a finding',
      ],
    });
  });

  test('that has expired fails also for findings below the threshold', async () => {
    const { outcome, reasons } = await judged(`  - { rule: '*', ${answered}, expires: 2026-03-09 }`, {
      findings: [finding({ severity: 'low' })],
    });
    expect([outcome, reasons.length]).toEqual(['fail', 1]);
  });

  test('that has expired does not matter if another one holds', async () => {
    const waivers = `  - { rule: 'secrets/*', ${answered}, expires: 2026-03-09 }
  - { rule: secrets/token, ${answered}, expires: 2027-03-09 }`;
    expect(await judged(waivers, { findings: [finding()] })).toEqual({ outcome: 'pass', reasons: [] });
  });

  test('holds to the end of its last day and says that it ends', async () => {
    const waiver = `  - { rule: secrets/token, ${answered}, expires: 2026-03-10 }`;
    const last = await judged(waiver, { findings: [finding()], now: '2026-03-10T23:59:59.999Z' });
    expect(last).toEqual({
      outcome: 'pass',
      reasons: ['note expiring-waiver: the waiver of secrets/token by Jo expires today, on 2026-03-10'],
    });
    expect((await judged(waiver, { findings: [finding()], now: '2026-03-11T00:00:00.000Z' })).outcome).toBe('fail');
    expect((await judged(waiver, { findings: [finding()], now: '2026-03-10T23:30:00-02:00' })).outcome).toBe('fail');
  });

  test.each([
    ['2026-03-24', 1],
    ['2026-03-25', 0],
  ])('that ends on %s is announced %d times', async (expires, notes) => {
    const { reasons } = await judged(`  - { rule: secrets/token, ${answered}, expires: ${expires} }`, {
      findings: [finding()],
    });
    expect(reasons).toHaveLength(notes);
  });

  test.each([
    ['after a look at everything', {}, 1],
    ['not after a look at a change', { target: { kind: 'staged', description: 'it' } } as const, 0],
  ])('that matches nothing is noted %s', async (_, changes, notes) => {
    const { reasons } = await judged(`  - { rule: 'secrets/*', ${answered}, expires: 2027-01-01 }`, changes);
    expect(reasons.filter((reason) => reason.startsWith('note unused-waiver'))).toHaveLength(notes);
  });

  test('for a scanner that did not run is not called unused', async () => {
    const { reasons } = await judged(`  - { rule: 'iac/*', ${answered}, expires: 2027-01-01 }`, { runs: [run()] });
    expect(reasons).toEqual([]);
  });
});

describe('what a waiver is for', () => {
  const holds = 'expires: 2027-01-01';
  const two = finding({ locations: [{ uri: 'src/a.ts' }, { uri: 'lib/b.ts' }] });

  test.each([
    ['rule', 'rule: secrets/token', finding(), 'pass'],
    ['one of rules', "rule: ['iac/*', secrets/token]", finding(), 'pass'],
    ['another rule', 'rule: secrets/other', finding(), 'fail'],
    ['rule here, path elsewhere', 'rule: secrets/token, path: lib/**', finding(), 'fail'],
    ['rule and path', 'rule: secrets/token, path: src/', finding(), 'pass'],
    ['only one of its places', 'path: src/**', two, 'fail'],
    ['all of its places', 'path: [src/**, lib/**]', two, 'pass'],
    ['fingerprint', 'fingerprint: secret/v1:abcd', finding(), 'pass'],
    ['value of a fingerprint', 'fingerprint: abcd', finding(), 'pass'],
    ['another fingerprint', 'fingerprint: secret/v1:abce', finding(), 'fail'],
    ['secret', 'secret: abcd', finding(), 'pass'],
    [
      'the same value that is no secret',
      'secret: abcd',
      finding({ fingerprints: [{ kind: 'context/v1', value: 'abcd' }] }),
      'fail',
    ],
  ])('%s', async (_, selector, found, outcome) => {
    expect((await judged(`  - { ${selector}, ${answered}, ${holds} }`, { findings: [found] })).outcome).toBe(outcome);
  });

  test('what is suppressed already stays as it is', async () => {
    const { policy } = await policyOf(`waivers: [{ rule: '*', ${answered}, ${holds} }]`);
    const suppression = { kind: 'in-source', reason: 'sample' } as const;
    const [kept, waived] = applyWaivers([finding({ suppression }), finding()], policy, '2026-03-10T00:00:00Z');
    expect(kept?.suppression).toEqual(suppression);
    expect(waived?.suppression).toEqual({
      kind: 'waiver',
      owner: 'Jo',
      reason: 'being rotated',
      expires: '2027-01-01',
    });
  });

  test('at a time that can not be read nothing is waived', async () => {
    const { policy } = await policyOf(`waivers: [{ rule: '*', ${answered}, ${holds} }]`);
    expect(applyWaivers([finding()], policy, 'now')[0]?.suppression).toBeUndefined();
  });
});
