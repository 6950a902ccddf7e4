import { describe, expect, test } from 'vitest';
import { evidence, finding, policyOf } from '../../../test/policy/sample-evidence.ts';
import { parsePolicyTests, runPolicyTests } from './run-policy-tests.ts';

const now = '2026-03-10T12:00:00.000Z';

const { policy } = await policyOf(`
gates:
  build: { scanners: [secrets], soft: [sast], fail-on: high }
  deploy: { approvals: { quorum: 1, groups: [release] }, verify: [signature] }
waivers:
  - { rule: secrets/waived, owner: Jo, reason: sample, expires: 2026-06-30 }
`);

async function run(cases: string, read = async () => await Promise.resolve(evidence())): Promise<readonly string[]> {
  const results = await runPolicyTests(parsePolicyTests(`cases:\n${cases}`, 't'), policy, read, now);
  return results.flatMap(({ problems }) => problems);
}

describe('cases that hold', () => {
  test.each([
    ['nothing found', '{ gate: build, expect: { outcome: pass, reasons: [] } }'],
    ['a finding', '{ gate: build, findings: [{ rule: secrets/x }], expect: { outcome: fail, reasons: [finding] } }'],
    [
      'a known one',
      '{ gate: build, findings: [{ rule: secrets/x, state: unchanged }], expect: { outcome: pass, notes: [known] } }',
    ],
    [
      'a suppressed one',
      '{ gate: build, findings: [{ rule: secrets/x, suppressed: in-source }], expect: { outcome: pass } }',
    ],
    [
      'a waived one',
      '{ gate: build, findings: [{ rule: secrets/waived, path: docs/a.md, line: 3 }], expect: { outcome: pass } }',
    ],
    [
      'after the waiver',
      "{ gate: build, now: '2026-07-01', findings: [{ rule: secrets/waived }], expect: { outcome: fail, reasons: [expired-waiver, finding] } }",
    ],
    ['a crash', '{ gate: build, runs: { secrets: failed }, expect: { outcome: error, reasons: [incomplete] } }'],
    ['a missing run', '{ gate: build, runs: { secrets: missing }, expect: { outcome: error } }'],
    ['a deferred run', '{ gate: build, runs: { sast: skipped }, expect: { outcome: pass, notes: [deferred] } }'],
    [
      'an unknown',
      '{ gate: build, unknowns: [{ scanner: secrets, reason: syntax, path: a }], expect: { outcome: error, reasons: [unknown] } }',
    ],
    [
      'approved and verified',
      '{ gate: deploy, approvals: [{ by: ann, groups: [release] }], verifications: { signature: verified }, expect: { outcome: pass } }',
    ],
    [
      'not approved',
      '{ gate: deploy, verifications: { signature: verified }, expect: { outcome: fail, reasons: [approval] } }',
    ],
  ])('%s', async (name, rest) => {
    expect(await run(`  - ${rest.replace('{ ', `{ name: ${name}, `)}`)).toEqual([]);
  });
});

test('what is not as expected is told', async () => {
  expect(
    await run(
      '  - { name: x, gate: build, findings: [{ rule: secrets/x }], expect: { outcome: pass, reasons: [unknown], notes: [known] } }',
    ),
  ).toEqual([
    'expected pass, got fail',
    'expected the reasons unknown, got finding',
    'expected the note known, got unused-waiver',
  ]);
});

test('recorded evidence is judged by this policy, not by the one that was in force', async () => {
  const paths: string[] = [];
  const recorded = evidence({ findings: [finding({ suppression: { kind: 'waiver', expires: '2030-01-01' } })] });
  const read = async (path: string) => {
    paths.push(path);
    return await Promise.resolve(recorded);
  };
  const results = await runPolicyTests(
    parsePolicyTests('cases: [{ name: x, gate: build, evidence: leak.json, expect: { outcome: error } }]', 't'),
    policy,
    read,
    now,
  );
  // The soft scanner of this policy did not run when the evidence was recorded.
  expect(results[0]?.verdict.reasons.map(({ code }) => code)).toEqual(['incomplete', 'finding', 'unused-waiver']);
  expect([paths, results[0]?.problems]).toEqual([['leak.json'], []]);
});

test.each([
  [
    'cases: [{ name: x, gate: build, expect: { outcme: pass } }]',
    [
      't:1:41: cases.0.expect.outcome: is missing',
      't:1:43: cases.0.expect: unknown key "outcme"; did you mean "outcome"?',
    ],
  ],
  ['cases: []', ['t:1:8: cases: Too small: expected array to have >=1 items']],
  ['', ['t is empty']],
])('a mistake in %j is told with its place', (text, messages) => {
  expect(() => parsePolicyTests(text, 't')).toThrow(messages.join('\n'));
});

test('a gate that the policy does not have is a mistake', async () => {
  await expect(run('  - { name: x, gate: biuld, expect: { outcome: pass } }')).rejects.toMatchObject({
    code: 'unknown-gate',
  });
});
