import { describe, expect, test } from 'vitest';
import { evidence, finding, policyOf } from '../../../test/policy/sample-evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { judge } from './judge.ts';

const sample: Partial<Evidence> = {
  findings: [
    finding({
      severity: 'critical',
      properties: { provider: 'github', active: true, score: 0.75, commits: 3, nested: { deep: ['x'] } },
    }),
    finding({ severity: 'low', baselineState: 'unchanged', locations: [{ uri: 'infra/main.tf' }] }),
    finding({ severity: 'info', suppression: { kind: 'in-source' } }),
  ],
  components: [
    {
      scanner: 'sca',
      purl: 'pkg:npm/a@1',
      name: 'a',
      version: '1',
      licenses: ['GPL-3.0-only'],
      scope: 'runtime',
      locations: [],
      dependsOn: [],
    },
  ],
  approvals: [{ by: 'ann', groups: ['release'], at: '2026-03-10T10:00:00Z' }],
  revision: { branch: 'release/1.2' },
};

async function judged(kind: 'require' | 'fail-if', expression: string, changes = sample): Promise<Verdict> {
  const { gate, policy } = await policyOf(`
gates:
  build:
    scanners: [secrets]
    fail-on: never
    conditions: [{ ${kind}: ${JSON.stringify(expression)}, message: the condition says no }]`);
  return await judge(gate, evidence(changes), policy);
}

describe('a condition that must not hold', () => {
  test.each([
    "findings.exists(f, f.severity == 'critical' && f.new)",
    "findings.exists(f, f.severity.atLeast('high'))",
    "findings.exists(f, f.path.glob('infra/**') && !f.new)",
    "findings.exists(f, f.rule.like('secrets/*') && f.line == 3)",
    "findings.exists(f, f.path.matches('^src/.*[.]ts$'))",
    "findings.exists(f, has(f.properties.provider) && f.properties.provider == 'github')",
    'findings.exists(f, has(f.properties.commits) && f.properties.commits == 3)',
    'findings.exists(f, has(f.properties.score) && f.properties.score > 0.5)',
    "findings.exists(f, has(f.properties.nested) && f.properties.nested.deep[0] == 'x')",
    'size(findings) == 2 && size(suppressed) == 1',
    "components.exists(c, c.licenses.exists(l, l.startsWith('GPL')) && c.scope == 'runtime')",
    "runs.all(r, r.status == 'complete' && r.examined > 0)",
    'unknowns.size() == 0',
    "approvals.exists(a, 'release' in a.groups && now - a.at < duration('3h'))",
    "revision.branch.startsWith('release/') && revision.commit == ''",
    "target.kind == 'directory' && gate == 'build'",
    "now > timestamp('2026-01-01T00:00:00Z') && now.getDayOfWeek() == 2",
  ])('%s', async (expression) => {
    const { outcome, reasons } = await judged('fail-if', expression);
    expect([outcome, ...reasons.filter(({ effect }) => effect !== 'note').map(({ message }) => message)]).toEqual([
      'fail',
      'the condition says no',
    ]);
  });
});

test('a condition that must hold opens the gate only if it does', async () => {
  expect((await judged('require', 'findings.size() < 100')).outcome).toBe('pass');
  expect((await judged('require', 'findings.size() > 100')).outcome).toBe('fail');
  expect((await judged('fail-if', 'findings.size() > 100')).outcome).toBe('pass');
});

describe('what can not be evaluated is an error, whatever is asked', () => {
  test.each([
    ['a key that is not there', "findings.all(f, f.properties.nope == 'x')"],
    ['a word that is no severity', "findings.exists(f, f.rule.atLeast('high'))"],
    ['a pattern that is none', "findings.exists(f, f.path.matches('('))"],
    ['a backreference, which no linear engine has', String.raw`findings.exists(f, f.path.matches('(a)\\1'))`],
    ['an index out of range', "findings[7].rule == 'x'"],
    ['a division by zero', '1 / (size(findings) - size(findings)) == 1'],
    ['a value that is not a bool', 'findings[0].properties.provider'],
  ])('%s', async (_, expression) => {
    for (const kind of ['require', 'fail-if'] as const) {
      const { outcome, reasons } = await judged(kind, expression);
      expect([outcome, reasons[0]?.code]).toEqual(['error', 'condition']);
    }
  });

  test('a pattern that makes backtracking engines explode is answered', async () => {
    const findings = [finding({ message: `${'a'.repeat(5000)}!` })];
    expect((await judged('fail-if', "findings.exists(f, f.message.matches('^(a+)+$'))", { findings })).outcome).toBe(
      'pass',
    );
  });

  test('a walk through too many items is refused', async () => {
    const findings = Array.from({ length: 5000 }, () => finding());
    const nested = 'findings.all(a, findings.all(b, a.rule == b.rule))';
    const { outcome, reasons } = await judged('require', nested, { findings });
    expect(outcome).toBe('error');
    expect(reasons[0]?.message).toContain('takes too long');
    expect((await judged('require', nested, { findings: findings.slice(0, 50) })).outcome).toBe('pass');
  });
});
