import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { now, policyOf } from '../../../test/policy/sample-evidence.ts';
import type { Evidence, ScannerRun } from '../../model/evidence.ts';
import type { Finding, Unknown } from '../../model/finding.ts';
import { confidences, severities } from '../../model/severity.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Policy } from '../policy.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import { judge } from './judge.ts';

const { policy, gate } = await policyOf(`
rules: { 'iac/*': medium }
gates:
  build:
    scanners: [secrets, iac]
    soft: [sast]
    fail-on: { severity: high, new-only: true }
    overrides: { iac: { severity: medium, confidence: low, new-only: false } }
    rules: { secrets/off: off }
    unknowns: { unsupported: note }
waivers:
  - { rule: secrets/waived, path: src/**, owner: Jo, reason: old, expires: 2026-03-01 }
  - { rule: secrets/waived, path: lib/**, owner: Jo, reason: fine, expires: 2027-03-01 }`);

const scanner = fc.constantFrom('secrets', 'iac', 'sast', 'stranger');

const findings = fc.array(
  fc.record(
    {
      ruleId: fc.constantFrom('secrets/waived', 'secrets/off', 'secrets/x', 'iac/x'),
      scanner,
      message: fc.constantFrom('a', 'b'),
      severity: fc.constantFrom(...severities),
      confidence: fc.constantFrom(...confidences),
      locations: fc.tuple(fc.record({ uri: fc.constantFrom('src/a', 'lib/b'), startLine: fc.nat(3) })),
      fingerprints: fc.constant([]),
      baselineState: fc.constantFrom('new', 'unchanged', 'updated', 'absent'),
      suppression: fc.constantFrom({ kind: 'in-source' }, { kind: 'tool', expires: '2026-01-01' }),
    },
    { requiredKeys: ['ruleId', 'scanner', 'message', 'severity', 'confidence', 'locations', 'fingerprints'] },
  ) satisfies fc.Arbitrary<Finding>,
  { maxLength: 5 },
);

const runs: fc.Arbitrary<ScannerRun[]> = fc.array(
  fc.record({
    scanner,
    status: fc.constantFrom('complete', 'complete', 'complete', 'partial', 'failed', 'skipped'),
    examined: fc.constantFrom(0, 1, 1, 1),
    wanted: fc.constantFrom(0, 1),
    millis: fc.constant(1),
  }),
  { maxLength: 5 },
);

const unknowns: fc.Arbitrary<Unknown[]> = fc.array(
  fc.record({ scanner, reason: fc.constantFrom('unsupported', 'syntax'), message: fc.constant('m') }),
  { maxLength: 1 },
);

const required: ScannerRun[] = ['secrets', 'iac', 'sast'].map((scanner) => ({
  scanner,
  status: 'complete',
  examined: 1,
  millis: 1,
}));

/** Evidence that is often good enough, so that gates open in many cases. */
const evidences: fc.Arbitrary<Evidence> = fc
  .record({
    kind: fc.constantFrom('directory', 'staged', 'history'),
    findings,
    runs: fc.oneof(
      fc.constant(required),
      runs.map((more) => [...required, ...more]),
      runs,
    ),
    unknowns,
  })
  .map(({ kind, ...rest }) => ({
    target: { kind, description: 'it', listed: 3 },
    ...rest,
    findings: applyWaivers(rest.findings, policy, now),
    components: [],
    approvals: [],
    now,
  }));

const verdictOf = async (evidence: Evidence, by: Policy = policy) => await judge(gate, evidence, by);

test('gates open and shut in these cases', async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(evidences, async (evidence) => {
      outcomes.add((await verdictOf(evidence)).outcome);
    }),
    { numRuns: 100 },
  );
  expect([...outcomes].sort()).toEqual(['error', 'fail', 'pass']);
});

test('one more finding never opens a gate', async () => {
  await fc.assert(
    fc.asyncProperty(evidences, findings, async (evidence, more) => {
      const before = await verdictOf(evidence);
      fc.pre(before.outcome !== 'pass');
      const added = applyWaivers(more, policy, now);
      const after = await verdictOf({ ...evidence, findings: [...evidence.findings, ...added] });
      expect(after.outcome).not.toBe('pass');
    }),
    { numRuns: 200 },
  );
});

test('one run less, or one unknown more, never opens a gate', async () => {
  await fc.assert(
    fc.asyncProperty(evidences, fc.nat(), unknowns, async (evidence, at, more) => {
      const before = await verdictOf(evidence);
      fc.pre(before.outcome !== 'pass');
      const fewer = evidence.runs.filter((run) => run.scanner !== evidence.runs[at % evidence.runs.length]?.scanner);
      expect((await verdictOf({ ...evidence, runs: fewer })).outcome).not.toBe('pass');
      expect((await verdictOf({ ...evidence, unknowns: [...evidence.unknowns, ...more] })).outcome).not.toBe('pass');
    }),
    { numRuns: 200 },
  );
});

test('the order of the evidence does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(evidences, async (evidence) => {
      const reversed = {
        ...evidence,
        findings: evidence.findings.toReversed(),
        runs: evidence.runs.toReversed(),
        unknowns: evidence.unknowns.toReversed(),
      };
      expect(withoutIndices(await verdictOf(reversed))).toEqual(withoutIndices(await verdictOf(evidence)));
    }),
    { numRuns: 200 },
  );
});

test('a policy that was kept as JSON judges as before', async () => {
  await fc.assert(
    fc.asyncProperty(evidences, async (evidence) => {
      const kept: unknown = JSON.parse(JSON.stringify(policy));
      expect(await verdictOf(evidence, kept as Policy)).toEqual(await verdictOf(evidence));
    }),
    { numRuns: 50 },
  );
});

function withoutIndices(verdict: Verdict): unknown {
  return { ...verdict, reasons: verdict.reasons.map((reason) => ({ ...reason, finding: undefined })) };
}
