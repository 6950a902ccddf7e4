import { describe, expect, test } from 'vitest';
import { evidence, finding, policyOf } from '../../../test/policy/sample-evidence.ts';
import { judge } from '../judge/judge.ts';
import { explainFinding } from './explain-finding.ts';
import { explainGate, explainWaivers } from './explain-gate.ts';
import { warnings } from './warnings.ts';

const { policy, gate } = await policyOf(`
rules: { secrets/raised: critical, secrets/off: off }
gates:
  build:
    scanners: [secrets]
    soft: [sast]
    fail-on: high
    overrides: { sast: never }
    rules: { 'secrets/low-*': low }
    unknowns: { syntax: note }
    budget: 2s
    approvals: { quorum: 2, groups: [release], max-age: 24h }
    windows: [{ days: [mon, fri], from: '09:00', to: '17:00' }]
    freezes: [{ from: 2027-12-24, to: 2027-12-27, reason: holidays }]
    verify: [sbom]
    conditions: [{ require: size(findings) < 9 }]
    commands: [{ name: lint, run: [eslint], files: '*.ts' }]
waivers:
  - { rule: secrets/old, owner: Jo, reason: sample, expires: 2026-01-01 }
`);

test('a gate is explained in full', () => {
  expect(explainGate(gate)).toEqual([
    'secrets must run to the end; new findings of high or worse, at least medium confidence, shut the gate',
    'sast runs as far as there is time; its findings are shown and shut nothing',
    'secrets/low-* counts as low',
    'what could not be decided shuts the gate',
    'what could not be decided (syntax) is noted',
    'what is soft has 2000 ms',
    '2 people of release must have approved, at most 24 hours ago',
    'opens mon, fri from 09:00 to 17:00 (UTC)',
    'stays shut from 2027-12-24 to 2027-12-27: holidays',
    'the sbom must be verified',
    'must hold: size(findings) < 9',
    'the hook runs lint on *.ts',
  ]);
  expect(explainWaivers(policy.waivers)).toEqual(['waiver of secrets/old by Jo until 2026-01-01: sample']);
});

describe('what the gate makes of a finding', () => {
  test.each([
    ['bad enough', finding(), true, 'it shuts the gate build, which fails on high or worse'],
    [
      'raised',
      finding({ ruleId: 'secrets/raised', severity: 'info' }),
      true,
      'it shuts the gate build, which fails on high or worse',
    ],
    ['lowered', finding({ ruleId: 'secrets/low-entropy' }), false, 'the gate shuts from high on'],
    ['off', finding({ ruleId: 'secrets/off' }), false, 'the policy switched the rule off'],
    ['a guess', finding({ confidence: 'low' }), false, 'the gate wants at least medium confidence'],
    [
      'known',
      finding({ baselineState: 'unchanged' }),
      false,
      'it was known before, and the gate asks for new findings only',
    ],
    ['gone', finding({ baselineState: 'absent' }), false, 'it is only in what was compared with'],
    [
      'suppressed',
      finding({ suppression: { kind: 'in-source', reason: 'sample' } }),
      false,
      'it is suppressed (in-source): sample',
    ],
    ['of a scanner that shuts nothing', finding({ scanner: 'sast' }), false, 'findings of sast shut nothing here'],
    ['of a stranger', finding({ scanner: 'iac' }), false, 'the gate build does not ask for iac'],
  ])('%s', async (_, found, shuts, last) => {
    const base = evidence({ findings: [found] });
    const explained = explainFinding(gate, base, policy, 0);
    expect([explained.shuts, explained.steps.at(-1)]).toEqual([shuts, last]);
    // The explanation and the verdict are of one mind.
    expect((await judge(gate, base, policy)).reasons.some(({ code }) => code === 'finding')).toBe(shuts);
  });

  test('names a waiver that is about it, also if it has expired', () => {
    const { steps } = explainFinding(gate, evidence({ findings: [finding({ ruleId: 'secrets/old' })] }), policy, 0);
    expect(steps).toEqual([
      'secrets/old is high, with high confidence',
      'the waiver of secrets/old by Jo is about it, until 2026-01-01',
      'it shuts the gate build, which fails on high or worse',
    ]);
  });
});

describe('what is worth a second look', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const waiver = (selector: string, expires: string) =>
    `waivers: [{ ${selector}, owner: Jo, reason: why, expires: ${expires} }]`;

  test.each([
    [waiver('rule: secrets/x', '2026-04-01'), []],
    [waiver('rule: secrets/x', '2026-01-01'), ['the waiver of secrets/x by Jo expired on 2026-01-01']],
    [
      waiver('rule: secrets/x', '2028-01-01'),
      ['the waiver of secrets/x by Jo runs for more than a year, until 2028-01-01'],
    ],
    [waiver("path: '**'", '2026-04-01'), ['the waiver of everything in ** by Jo lets everything through']],
    ['gates: { build: { fail-on: never } }', ['no finding shuts the gate build']],
    ['gates: { biuld: { scanners: [secrets] } }', ['the gate biuld is one of your own; did you mean build?']],
    ['gates: { deploy-eu: { scanners: [secrets] } }', []],
  ])('%s', async (text, expected) => {
    expect(warnings((await policyOf(text)).policy, now)).toEqual(expected);
  });
});
