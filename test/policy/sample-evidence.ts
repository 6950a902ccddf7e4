import type { Evidence, ScannerRun } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/finding.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { gateOf } from '../../src/policy/gate-of.ts';
import type { Gate, Policy } from '../../src/policy/policy.ts';
import { parsePolicy } from '../../src/policy/source/parse-policy.ts';

export const scanners = ['secrets', 'sast', 'iac', 'sca'];

export const now = '2026-03-10T12:00:00.000Z';

/** A finding that shuts a gate which fails on high, unless said otherwise. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'secrets/token',
    scanner: 'secrets',
    message: 'a token is in the code',
    severity: 'high',
    confidence: 'high',
    locations: [{ uri: 'src/a.ts', startLine: 3 }],
    fingerprints: [{ kind: 'secret/v1', value: 'abcd' }],
    ...changes,
  };
}

export function run(changes: Partial<ScannerRun> = {}): ScannerRun {
  return { scanner: 'secrets', status: 'complete', examined: 10, wanted: 10, millis: 5, ...changes };
}

/** Evidence on which a gate that asks for secrets opens. */
export function evidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    target: { kind: 'directory', description: 'the directory /repo', listed: 12 },
    findings: [],
    components: [],
    runs: [run()],
    unknowns: [],
    approvals: [],
    now,
    ...changes,
  };
}

/** A policy from the text of its file, and its gate `build`. */
export async function policyOf(text: string): Promise<{ policy: Policy; gate: Gate }> {
  const policy = compilePolicy(await parsePolicy(`version: 1\n${text}`, 'portcullis.yaml', scanners), scanners);
  return { policy, gate: gateOf(policy, 'build') };
}

/** A gate `build` for secrets alone, with more keys in flow style. */
export async function buildGate(keys = ''): Promise<{ policy: Policy; gate: Gate }> {
  return await policyOf(`gates: { build: { scanners: [secrets], overrides: {}${keys === '' ? '' : `, ${keys}`} } }`);
}
