import type { Evidence } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { gateOf } from '../gate-of.ts';
import { judge } from '../judge/judge.ts';
import type { Policy } from '../policy.ts';
import { readDocument } from '../source/read-document.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import { caseEvidence, recordedEvidence } from './case-evidence.ts';
import { type PolicyTestCase, policyTestSchema } from './policy-test-schema.ts';

export interface PolicyTestResult {
  readonly name: string;
  /** What is not as expected; empty when the case holds. */
  readonly problems: readonly string[];
  readonly verdict: Verdict;
}

/** The cases of a portcullis.test.yaml. @throws InputError `empty-policy-test`, `invalid-policy-test` */
export function parsePolicyTests(text: string, name: string): readonly PolicyTestCase[] {
  const { data } = readDocument(text, name, {
    schema: policyTestSchema,
    noun: 'policy-test',
    hint: 'the format is described in docs/policy.md',
    emptyHint: 'write at least one case',
  });
  return data.cases;
}

/**
 * Judges each case and compares.
 * @param readEvidence gives the recorded evidence at a path that a case names
 * @param now for cases that say no time
 * @throws InputError `unknown-gate`
 */
export async function runPolicyTests(
  cases: readonly PolicyTestCase[],
  policy: Policy,
  readEvidence: (path: string) => Promise<Evidence>,
  now: string,
): Promise<PolicyTestResult[]> {
  const results: PolicyTestResult[] = [];
  for (const testCase of cases) {
    const gate = gateOf(policy, testCase.gate);
    const evidence =
      testCase.evidence === undefined
        ? caseEvidence(testCase, gate, now)
        : recordedEvidence(await readEvidence(testCase.evidence), testCase);
    const findings = applyWaivers(evidence.findings, policy, evidence.now);
    const verdict = await judge(gate, { ...evidence, findings }, policy);
    results.push({ name: testCase.name, problems: compare(testCase.expect, verdict), verdict });
  }
  return results;
}

function compare(expected: PolicyTestCase['expect'], verdict: Verdict): string[] {
  const problems: string[] = [];
  const codes = (notes: boolean) =>
    [...new Set(verdict.reasons.filter(({ effect }) => (effect === 'note') === notes).map(({ code }) => code))].sort();
  if (verdict.outcome !== expected.outcome) problems.push(`expected ${expected.outcome}, got ${verdict.outcome}`);
  if (expected.reasons) {
    const wanted = [...new Set(expected.reasons)].sort();
    const got = codes(false);
    if (wanted.join() !== got.join()) problems.push(`expected the reasons ${show(wanted)}, got ${show(got)}`);
  }
  for (const note of expected.notes ?? []) {
    if (!codes(true).includes(note)) problems.push(`expected the note ${note}, got ${show(codes(true))}`);
  }
  return problems;
}

function show(codes: readonly string[]): string {
  return codes.length === 0 ? 'none' : codes.join(', ');
}
