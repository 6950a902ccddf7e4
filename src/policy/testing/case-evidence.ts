import type { Approval, Evidence, ScannerRun } from '../../model/evidence.ts';
import type { Finding, Fingerprint, Unknown } from '../../model/finding.ts';
import type { Gate } from '../policy.ts';
import type { PolicyTestCase } from './policy-test-schema.ts';

/** The evidence that a case describes in short. @param now ISO time, unless the case has its own */
export function caseEvidence(testCase: PolicyTestCase, gate: Gate, now: string): Evidence {
  const time = instantOf(testCase.now) ?? now;
  return {
    target: { kind: testCase.target ?? 'directory', description: 'the case', listed: 1 },
    findings: (testCase.findings ?? []).map(toFinding),
    components: [],
    runs: toRuns(testCase, gate),
    unknowns: (testCase.unknowns ?? []).map(toUnknown),
    approvals: (testCase.approvals ?? []).map((approval) => toApproval(approval, time)),
    verifications: Object.entries(testCase.verifications ?? {}).map(([name, outcome]) => ({ name, outcome })),
    ...(testCase.branch !== undefined && { revision: { branch: testCase.branch } }),
    now: time,
  };
}

/** Recorded evidence, judged at the time of the case if it has one; what the old policy waived is open again. */
export function recordedEvidence(evidence: Evidence, testCase: PolicyTestCase): Evidence {
  return {
    ...evidence,
    findings: evidence.findings.map(unwaived),
    now: instantOf(testCase.now) ?? evidence.now,
  };
}

function unwaived(finding: Finding): Finding {
  const { suppression, ...rest } = finding;
  return suppression?.kind === 'waiver' ? rest : finding;
}

function instantOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}

function toFinding(short: NonNullable<PolicyTestCase['findings']>[number]): Finding {
  const { rule, fingerprint, state, suppressed, properties } = short;
  return {
    ruleId: rule,
    scanner: short.scanner ?? rule.slice(0, Math.max(0, rule.indexOf('/'))),
    message: short.message ?? 'a finding of the case',
    severity: short.severity ?? 'high',
    confidence: short.confidence ?? 'high',
    locations: [{ uri: short.path ?? 'src/app.ts', ...(short.line !== undefined && { startLine: short.line }) }],
    fingerprints: fingerprint === undefined ? [] : [toFingerprint(fingerprint)],
    ...(state !== undefined && { baselineState: state }),
    ...(suppressed !== undefined && { suppression: { kind: suppressed } }),
    ...(properties && { properties }),
  };
}

function toFingerprint(text: string): Fingerprint {
  const at = text.indexOf(':');
  return { kind: text.slice(0, Math.max(0, at)), value: text.slice(at + 1) };
}

function toRuns(testCase: PolicyTestCase, gate: Gate): ScannerRun[] {
  const given = testCase.runs ?? {};
  const names = new Set([...gate.scanners, ...gate.soft, ...Object.keys(given)]);
  return [...names].flatMap((scanner) => {
    const status = given[scanner] ?? 'complete';
    return status === 'missing' ? [] : [{ scanner, status, examined: 1, wanted: 1, millis: 0 }];
  });
}

function toUnknown({ scanner, reason, path }: NonNullable<PolicyTestCase['unknowns']>[number]): Unknown {
  return { scanner, reason, message: 'as the case says', ...(path !== undefined && { location: { uri: path } }) };
}

function toApproval({ by, groups, at }: NonNullable<PolicyTestCase['approvals']>[number], now: string): Approval {
  return { by, groups: groups ?? [], at: instantOf(at) ?? now };
}
