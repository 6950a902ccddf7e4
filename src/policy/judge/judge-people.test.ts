import { describe, expect, test } from 'vitest';
import { buildGate, evidence } from '../../../test/policy/sample-evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { judge } from './judge.ts';

async function messages(keys: string, changes: Partial<Evidence>): Promise<string[]> {
  const { gate, policy } = await buildGate(keys);
  const { outcome, reasons } = await judge(gate, evidence(changes), policy);
  return [outcome, ...reasons.map(({ message }) => message)];
}

const approval = (by: string, at = '2026-03-10T11:00:00Z', groups = ['release']) => ({ by, at, groups });

describe('approvals', () => {
  const keys = 'approvals: { quorum: 2, groups: [release, security], max-age: 2h }';

  test.each([
    ['none', [], ['fail', 'needs 2 approvals of release or security, has none']],
    ['enough', [approval('ann'), approval('bob')], ['pass']],
    [
      'one person twice',
      [approval('ann'), approval('ann')],
      ['fail', 'needs 2 approvals of release or security, has 1 (ann)'],
    ],
    [
      'not of the group',
      [approval('ann'), approval('bob', undefined, ['dev'])],
      ['fail', 'needs 2 approvals of release or security, has 1 (ann)'],
    ],
    [
      'too old',
      [approval('ann'), approval('bob', '2026-03-10T09:59:59Z')],
      ['fail', 'needs 2 approvals of release or security, has 1 (ann)'],
    ],
    [
      'from the future',
      [approval('ann'), approval('bob', '2026-03-10T12:00:01Z')],
      ['fail', 'needs 2 approvals of release or security, has 1 (ann)'],
    ],
    [
      'without a time',
      [approval('ann'), approval('bob', '')],
      ['fail', 'needs 2 approvals of release or security, has 1 (ann)'],
    ],
  ])('%s', async (_, approvals, expected) => {
    expect(await messages(keys, { approvals })).toEqual(expected);
  });

  test("everybody's count when no group is named", async () => {
    expect(
      await messages('approvals: { quorum: 1 }', { approvals: [approval('eve', '2020-01-01T00:00:00Z', [])] }),
    ).toEqual(['pass']);
  });
});

describe('windows', () => {
  // 2026-03-10 is a Tuesday.
  test.each([
    ['inside', '[{ days: [tue], from: "12:00", to: "13:00" }]', 'pass'],
    ['before it', '[{ days: [tue], from: "12:01", to: "13:00" }]', 'fail'],
    ['at its end', '[{ days: [tue], from: "11:00", to: "12:00" }]', 'fail'],
    ['on another day', '[{ days: [mon, wed], from: "00:00", to: "23:59" }]', 'fail'],
    ['in another zone', '[{ days: [tue], from: "20:00", to: "22:00", timezone: Asia/Tokyo }]', 'pass'],
    [
      'in another zone that is a day ahead',
      '[{ days: [wed], from: "00:00", to: "02:00", timezone: Pacific/Auckland }]',
      'pass',
    ],
    ['over midnight, in the evening', '[{ days: [tue], from: "11:00", to: "02:00" }]', 'pass'],
    ['over midnight, in the morning after', '[{ days: [mon], from: "23:00", to: "12:30" }]', 'pass'],
    ['over midnight, in the morning before', '[{ days: [tue], from: "23:00", to: "12:30" }]', 'fail'],
    [
      'in one of two',
      '[{ days: [sun], from: "00:00", to: "01:00" }, { days: [tue], from: "00:00", to: "23:00" }]',
      'pass',
    ],
  ])('%s', async (_, windows, outcome) => {
    expect((await messages(`windows: ${windows}`, {}))[0]).toBe(outcome);
  });

  test.each([
    ['2026-03-10', '2026-03-11', ['fail', 'frozen until 2026-03-11: release party']],
    ['2026-03-10T12:00:00Z', '2026-03-10T12:01:00Z', ['fail', 'frozen until 2026-03-10T12:01:00Z: release party']],
    ['2026-03-09', '2026-03-10T12:00:00Z', ['pass']],
    ['2026-03-11', '2026-03-12', ['pass']],
  ])('frozen from %s to %s', async (from, to, expected) => {
    expect(await messages(`freezes: [{ from: '${from}', to: '${to}', reason: release party }]`, {})).toEqual(expected);
  });
});

describe('verifications', () => {
  const keys = 'verify: [signature]';

  test.each([
    ['not done', {}, ['error', 'nothing has verified the signature']],
    [
      'done of something else',
      { verifications: [{ name: 'sbom', outcome: 'verified' }] } as const,
      ['error', 'nothing has verified the signature'],
    ],
    ['holds', { verifications: [{ name: 'signature', outcome: 'verified' }] } as const, ['pass']],
    [
      'refuted',
      { verifications: [{ name: 'signature', outcome: 'refuted', message: 'other key' }] } as const,
      ['fail', 'the signature does not hold: other key'],
    ],
    [
      'unknown',
      { verifications: [{ name: 'signature', outcome: 'unknown' }] } as const,
      ['error', 'the signature could not be verified'],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await messages(keys, changes)).toEqual(expected);
  });
});

describe('commands', () => {
  const keys = 'commands: [{ name: lint, run: [eslint] }]';

  test.each([
    ['outside the hook', {}, ['pass', 'commands run in the hook only: lint']],
    ['content', { commands: [{ name: 'lint', exitCode: 0 }] }, ['pass']],
    ['not content', { commands: [{ name: 'lint', exitCode: 2 }] }, ['fail', 'lint ended with 2']],
    ['forgotten', { commands: [] }, ['error', 'lint did not run']],
    ['missing', { commands: [{ name: 'lint', reason: 'not found' }] }, ['error', 'lint did not run: not found']],
  ])('%s', async (_, changes, expected) => {
    expect(await messages(keys, changes)).toEqual(expected);
  });
});
