import { userCache } from '../lib/cache/user-cache.ts';
import { gateEvidence } from '../engine/gate-evidence.ts';
import type { Evidence, Verification } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import type { Verdict } from '../model/verdict.ts';
import { judge } from '../policy/judge/judge.ts';
import { loadBaseline } from '../policy/baseline/load-baseline.ts';
import type { Gate } from '../policy/policy.ts';
import type { Terminal } from './command.ts';
import { rulesOf } from './load-rules.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { showProgress } from './progress.ts';
import { programDigest, version } from './version.ts';

export interface EvaluationOptions {
  readonly verifications?: readonly Verification[];
  /** Revision; see `GateRequest.newSince`. */
  readonly newSince?: string;
  /** Remember what is clean, and rely on what was. */
  readonly cached?: boolean;
}

/** Collects the evidence that the gate asks for, judges it, and completes it to a report. */
export async function evaluate(
  target: Target,
  gate: Gate,
  { policy, root }: PolicyInForce,
  terminal: Terminal,
  { verifications, newSince, cached = false }: EvaluationOptions = {},
): Promise<Report> {
  const now = terminal.now();
  const progress = showProgress(terminal);
  const evidence = await gateEvidence({
    target,
    gate,
    policy,
    baseline: loadBaseline(root, policy.baseline),
    now,
    signal: terminal.signal,
    ...(newSince !== undefined && { newSince }),
    ...(cached && { cache: { directory: userCache(terminal.env), program: programDigest } }),
    ...(progress.onProgress && { onProgress: progress.onProgress }),
  }).finally(() => progress.end());
  const complete = verifications ? { ...evidence, verifications } : evidence;
  return await toReport(complete, await judge(gate, complete, policy), now, terminal);
}

export async function toReport(
  evidence: Evidence,
  verdict: Verdict,
  started: Date,
  terminal: Terminal,
): Promise<Report> {
  return {
    tool: { name: 'Portcullis', version, informationUri: 'https://www.npmjs.com/package/portcullis' },
    evidence,
    verdict,
    rules: await rulesOf(evidence.runs.map(({ scanner }) => scanner)),
    startedAt: started.toISOString(),
    endedAt: terminal.now().toISOString(),
  };
}
