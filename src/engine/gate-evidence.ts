import { compilePathGlob } from '../lib/glob/glob.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { InputError } from '../model/input-error.ts';
import type { Target } from '../model/target.ts';
import type { Baseline } from '../policy/baseline/baseline.ts';
import { compareWithFindings } from '../policy/baseline/compare-findings.ts';
import { matchBaseline } from '../policy/baseline/match-baseline.ts';
import type { Gate, Policy } from '../policy/policy.ts';
import { applyWaivers } from '../policy/waivers/apply-waivers.ts';
import { collectEvidence } from './collect-evidence.ts';

export interface GateRequest {
  readonly target: Target;
  readonly gate: Gate;
  readonly policy: Policy;
  /** What is known already; its salt wins, because its hashes were made with it. */
  readonly baseline?: Baseline | undefined;
  /** Revision; what was there already where HEAD parted from it is not new. */
  readonly newSince?: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** 0 or 1 scans in this thread; absent: as the policy says, else as many as there are cores. */
  readonly threads?: number;
  readonly registry?: string;
  /** See `EvidenceRequest`. */
  readonly cache?: { readonly directory: string; readonly program: string };
  readonly onProgress?: (examined: number) => void;
}

/** Collects what a gate asks for and marks what is known or accepted: the evidence as the judge wants it. */
export async function gateEvidence(request: GateRequest): Promise<Evidence> {
  const { policy, baseline, newSince, target } = request;
  const collected = await collectFor(request, target);
  const matched = baseline ? matchBaseline(collected.findings, baseline) : collected.findings;
  const findings =
    newSince === undefined || !('root' in target)
      ? matched
      : compareWith(await collectFor(request, { kind: 'tree', root: target.root, revision: newSince }), matched);
  return { ...collected, findings: applyWaivers(findings, policy, collected.now) };
}

async function collectFor(request: GateRequest, target: Target): Promise<Evidence> {
  const { gate, policy, baseline } = request;
  const salt = baseline?.salt ?? policy.salt;
  const excluded = policy.paths.exclude.map((pattern) => compilePathGlob(pattern));
  const threads = request.threads ?? policy.scan.workers;
  return await collectEvidence({
    target,
    scanners: gate.scanners,
    soft: gate.soft,
    settings: policy.scanners,
    testPaths: policy.paths.test,
    isExcluded: (uri) => excluded.some((glob) => glob.matches(uri)),
    now: request.now,
    signal: timeLimited(request),
    ...(gate.budgetMillis !== undefined && { budgetMillis: gate.budgetMillis }),
    ...(salt !== undefined && { salt }),
    ...(threads !== undefined && { threads }),
    ...(policy.scan.maxFileBytes !== undefined && { maxFileBytes: policy.scan.maxFileBytes }),
    ...(policy.scan.archiveDepth !== undefined && { archiveDepth: policy.scan.archiveDepth }),
    ...(request.registry !== undefined && { registry: request.registry }),
    ...(request.cache && { cache: request.cache }),
    ...(request.onProgress && { onProgress: request.onProgress }),
  });
}

/** A scan that takes longer than the policy allows ends without a verdict. */
function timeLimited({ signal, policy }: GateRequest): AbortSignal {
  const { timeoutMillis } = policy.scan;
  if (timeoutMillis === undefined) return signal;
  const late = new AbortController();
  const message = `the scan took more than ${timeoutMillis} ms, which is the policy's scan.timeout`;
  setTimeout(() => late.abort(new InputError('timeout', message, 'raise it, or exclude paths')), timeoutMillis).unref();
  return AbortSignal.any([signal, late.signal]);
}

/** A finding is known when either the baseline or the earlier files have it. */
function compareWith(earlier: Evidence, current: readonly Finding[]): Finding[] {
  const compared = compareWithFindings(current, earlier.findings);
  return compared.map((finding, index) =>
    current[index]?.baselineState === 'unchanged' ? { ...finding, baselineState: 'unchanged' } : finding,
  );
}
