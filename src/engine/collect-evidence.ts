import type { Approval, Evidence, ScannerRun } from '../model/evidence.ts';
import type { Unknown } from '../model/finding.ts';
import { startStopwatch } from '../lib/stopwatch.ts';
import type { Entry, Target } from '../model/target.ts';
import { isInside } from '../targets/is-inside.ts';
import { scanners as ownRegistry } from '../scanners/registry.ts';
import { openTarget, type OpenTarget } from '../targets/open-target.ts';
import { CleanCache } from './cache/clean-cache.ts';
import type { Job } from './job.ts';
import { loadRegistry } from './load-scanners.ts';
import { planRun, type Plan } from './plan.ts';
import { saltFor } from './salt.ts';
import type { ScanOutcome } from './scan-outcome.ts';
import { scanTarget } from './scan-target.ts';

export interface EvidenceRequest {
  readonly target: Target;
  /** Must run to the end. */
  readonly scanners: readonly string[];
  /** Run too, as far as the budget allows. */
  readonly soft?: readonly string[];
  /** For the whole run; what is left after `scanners` goes to `soft`. */
  readonly budgetMillis?: number;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Globs of test code. */
  readonly testPaths?: readonly string[];
  /** Globs of paths that are left out. */
  readonly isExcluded: (uri: string) => boolean;
  /** Key of the hashes of secret values; derived from the repository when absent. */
  readonly salt?: string;
  readonly approvals?: readonly Approval[];
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly threads?: number;
  /** Larger files are not read and leave a gap in the run. */
  readonly maxFileBytes?: number;
  /** Archives in archives are opened this deep; 4 when absent. */
  readonly archiveDepth?: number;
  readonly registry?: string;
  /** Where to remember what was clean, and what identifies the program and its rules; absent: nothing is remembered. */
  readonly cache?: { readonly directory: string; readonly program: string };
  readonly onProgress?: (examined: number) => void;
}

/**
 * Opens the target, runs the scanners and gives what they found as evidence, before anything is suppressed.
 * @throws InputError when the target does not exist or a scanner is not known
 */
export async function collectEvidence(request: EvidenceRequest): Promise<Evidence> {
  const elapsed = startStopwatch();
  const registry = request.registry === undefined ? ownRegistry : await loadRegistry(request.registry);
  let listed = 0;
  const opened = leaveOut(await openTarget(request.target, request.signal), request, (entries) => (listed += entries));
  const plan = await planRun(request.scanners, request.target.kind, registry);
  const outcome = await scan(opened, plan, request, request.signal);
  const listedOnce = listed;
  const softPlan = await planRun(withoutAll(request.soft ?? [], request.scanners), request.target.kind, registry);
  const left = request.budgetMillis === undefined ? Number.POSITIVE_INFINITY : request.budgetMillis - elapsed();
  const softOutcome = await scanSoftly(opened, softPlan, request, left);
  const findings = [...outcome.findings, ...softOutcome.findings];
  return {
    target: { kind: request.target.kind, description: opened.description, listed: listedOnce },
    findings: opened.attribute ? await opened.attribute(findings, request.signal) : findings,
    components: [...outcome.components, ...softOutcome.components],
    runs: [...outcome.runs, ...plan.skipped, ...softOutcome.runs, ...softPlan.skipped],
    unknowns: uniqueUnknowns([...outcome.unknowns, ...softOutcome.unknowns]),
    approvals: request.approvals ?? [],
    ...(opened.revision && { revision: opened.revision }),
    now: request.now.toISOString(),
  };
}

const usualArchiveDepth = 4;

const nothing: ScanOutcome = { findings: [], components: [], unknowns: [], runs: [] };

async function scan(
  opened: OpenTarget,
  plan: Plan,
  request: EvidenceRequest,
  signal: AbortSignal,
): Promise<ScanOutcome> {
  if (plan.reporting.length === 0) return nothing;
  const job: Job = {
    reader: opened.reader,
    scanners: plan.reporting.map((scanner) => scanner.id),
    maskers: plan.masking.map((scanner) => scanner.id),
    root: opened.root,
    targetKind: request.target.kind,
    salt: saltFor(opened, request.salt),
    settings: request.settings,
    ...(request.testPaths && { testPaths: request.testPaths }),
    archiveDepth: request.archiveDepth ?? usualArchiveDepth,
    now: request.now.toISOString(),
    ...(request.registry !== undefined && { registry: request.registry }),
  };
  const cache = openCache(opened, job, request);
  const outcome = await scanTarget(opened, cache ? { ...job, clean: cache.table.bytes } : job, plan.reporting, {
    signal,
    ...(request.threads !== undefined && { threads: request.threads }),
    ...(request.onProgress && { onProgress: request.onProgress }),
    ...(cache && { cache }),
  });
  cache?.save();
  return outcome;
}

/** Only of directories and histories is the same looked at again and again. */
function openCache(opened: OpenTarget, job: Job, request: EvidenceRequest): CleanCache | undefined {
  const { cache, target, maxFileBytes } = request;
  if (!cache || (target.kind !== 'directory' && target.kind !== 'history')) return undefined;
  // Whoever writes the files would write the cache.
  if (isInside(opened.root, cache.directory)) return undefined;
  const { scanners, maskers, settings, testPaths, archiveDepth } = job;
  const place = [target.kind, opened.root, ...scanners].join('\0');
  return CleanCache.open(
    cache.directory,
    place,
    JSON.stringify([cache.program, process.version, maskers, settings, testPaths, archiveDepth, maxFileBytes]),
  );
}

/** What does not fit into the time that is left is said to be deferred, never dropped in silence. */
async function scanSoftly(
  opened: OpenTarget,
  plan: Plan,
  request: EvidenceRequest,
  left: number,
): Promise<ScanOutcome> {
  if (plan.reporting.length === 0) return nothing;
  if (left <= 0) return { ...nothing, runs: plan.reporting.map((scanner) => deferred(scanner.id)) };
  const timeout = left === Number.POSITIVE_INFINITY ? undefined : AbortSignal.timeout(Math.ceil(left));
  const signal = timeout ? AbortSignal.any([request.signal, timeout]) : request.signal;
  try {
    return await scan(opened, plan, request, signal);
  } catch (error) {
    if (!timeout?.aborted || request.signal.aborted) throw error;
    return { ...nothing, runs: plan.reporting.map((scanner) => deferred(scanner.id)) };
  }
}

function deferred(scanner: string): ScannerRun {
  return { scanner, status: 'skipped', examined: 0, reason: 'deferred: it did not fit the time budget', millis: 0 };
}

function withoutAll(words: readonly string[], without: readonly string[]): readonly string[] {
  return words.filter((word) => !without.includes(word));
}

/** The target without what the policy leaves out, and with a gap for what is larger than it allows. */
function leaveOut(
  opened: OpenTarget,
  { isExcluded, maxFileBytes = Number.POSITIVE_INFINITY }: EvidenceRequest,
  onListed: (entries: number) => void,
): OpenTarget {
  return {
    ...opened,
    async *list(signal) {
      for await (const { entries, unknowns } of opened.list(signal)) {
        const kept = entries.filter((entry) => !isExcluded(entry.uri));
        onListed(kept.length);
        const large = kept.filter((entry) => entry.size > maxFileBytes);
        const gaps = unknowns.filter((unknown) => !unknown.location || !isExcluded(unknown.location.uri));
        yield {
          entries: large.length === 0 ? kept : kept.filter((entry) => entry.size <= maxFileBytes),
          unknowns: [...gaps, ...large.map((entry) => tooLarge(entry, maxFileBytes))],
        };
      }
    },
    ...(opened.attribute && { attribute: opened.attribute.bind(opened) }),
  };
}

function tooLarge({ uri, size }: Entry, limit: number): Unknown {
  const message = `${size} bytes are more than the policy's scan.max-file-size of ${limit}`;
  return { scanner: 'target', reason: 'too-large', message, location: { uri } };
}

/** The target's own gaps are listed once a pass. */
function uniqueUnknowns(unknowns: readonly Unknown[]): Unknown[] {
  const seen = new Map(unknowns.map((unknown) => [JSON.stringify(unknown), unknown]));
  return [...seen.values()];
}
