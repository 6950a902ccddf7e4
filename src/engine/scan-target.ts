import { availableParallelism } from 'node:os';
import type { Scanner } from '../model/scanner.ts';
import type { Entry } from '../model/target.ts';
import type { OpenTarget } from '../targets/open-target.ts';
import type { CleanCache } from './cache/clean-cache.ts';
import { stateKey } from './cache/clean-keys.ts';
import type { Job } from './job.ts';
import { openLane, type Lane } from './lane.ts';
import { LaneRun, type Listed } from './lane-run.ts';
import type { ScanOutcome } from './scan-outcome.ts';

/** Below this much work a thread costs more than it saves. */
const threadsFrom = { files: 400, bytes: 6_000_000 };
const batchLimit = { files: 64, bytes: 4_000_000 };
const mostThreads = 8;

export interface ScanOptions {
  readonly signal: AbortSignal;
  /** 0 or 1 scans in this thread; absent: as many threads as there are cores, if the work is worth it. */
  readonly threads?: number;
  readonly onProgress?: (examined: number) => void;
  /** What was clean before; gets what is clean now. */
  readonly cache?: CleanCache;
}

/** Lists the target once and has each file read once, by whatever lane is free. */
export async function scanTarget(
  target: OpenTarget,
  job: Job,
  loaded: readonly Scanner[],
  options: ScanOptions,
): Promise<ScanOutcome> {
  const listing = batches(target, loaded, options);
  const first = await takeWhileSmall(listing);
  const threads = first.ended ? 0 : (options.threads ?? Math.min(availableParallelism(), mostThreads));
  const lanes = threads <= 1 ? [await openLane(job, options.signal)] : await openThreads(job, loaded, threads);
  const run = new LaneRun(lanes, loaded, options.signal, options.onProgress, options.cache);
  try {
    return await run.all(first.batches, listing);
  } finally {
    await Promise.all(lanes.map(async (lane) => await lane.close()));
  }
}

/** Scanners that must see all their files in one place run in the first thread only; if all do, there is but one. */
async function openThreads(job: Job, loaded: readonly Scanner[], threads: number): Promise<Lane[]> {
  const { openThreadLane } = await import('./thread-lane.ts');
  const free = new Set(loaded.filter((scanner) => scanner.scope === 'file').map((scanner) => scanner.id));
  return Array.from({ length: free.size === 0 ? 1 : threads }, (_, index) =>
    openThreadLane(index === 0 ? job : { ...job, scanners: job.scanners.filter((id) => free.has(id)) }),
  );
}

async function* batches(
  target: OpenTarget,
  loaded: readonly Scanner[],
  { signal, cache }: ScanOptions,
): AsyncGenerator<Listed> {
  const projectWide = loaded.filter((scanner) => scanner.scope === 'project');
  for await (const { entries: all, unknowns } of target.list(signal)) {
    signal.throwIfAborted();
    const { entries, known } = cache ? splitKnown(all, loaded, cache) : { entries: all, known: [] };
    if (unknowns.length > 0 || known.length > 0) yield { entries: [], sticky: false, unknowns, known };
    const isSticky = (entry: Entry): boolean => {
      const name = entry.uri.slice(entry.uri.lastIndexOf('/') + 1);
      return projectWide.some((scanner) => scanner.wants({ uri: entry.uri, name, size: entry.size, depth: 0 }));
    };
    const sticky = projectWide.length > 0 ? entries.filter(isSticky) : [];
    const free = projectWide.length > 0 ? entries.filter((entry) => !isSticky(entry)) : entries;
    for (const piece of split(sticky)) yield { entries: piece, sticky: true, unknowns: [], known: [] };
    for (const piece of split(free)) yield { entries: piece, sticky: false, unknowns: [], known: [] };
  }
}

/** Sets aside what was clean when it was last looked at and is the same. */
function splitKnown(
  all: readonly Entry[],
  loaded: readonly Scanner[],
  cache: CleanCache,
): { readonly entries: readonly Entry[]; readonly known: readonly (readonly string[])[] } {
  const known: (readonly string[])[] = [];
  const entries = all.filter((entry) => {
    const key = stateKey(entry);
    if (key === undefined || !cache.table.has(key)) return true;
    const name = entry.uri.slice(entry.uri.lastIndexOf('/') + 1);
    const wanting = loaded.filter((scanner) => scanner.wants({ uri: entry.uri, name, size: entry.size, depth: 0 }));
    if (!wanting.every((scanner) => scanner.pure)) return true;
    cache.note(key);
    known.push(wanting.map((scanner) => scanner.id));
    return false;
  });
  return { entries, known };
}

function* split(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let start = 0;
  let bytes = 0;
  for (let at = 0; at < entries.length; at++) {
    bytes += Math.max(0, entries[at]?.size ?? 0);
    if (at + 1 - start < batchLimit.files && bytes < batchLimit.bytes) continue;
    yield entries.slice(start, at + 1);
    start = at + 1;
    bytes = 0;
  }
  if (start < entries.length) yield entries.slice(start);
}

async function takeWhileSmall(listing: AsyncGenerator<Listed>): Promise<{ batches: Listed[]; ended: boolean }> {
  const taken: Listed[] = [];
  let files = 0;
  let bytes = 0;
  while (files < threadsFrom.files && bytes < threadsFrom.bytes) {
    const next = await listing.next();
    if (next.done) return { batches: taken, ended: true };
    taken.push(next.value);
    files += next.value.entries.length;
    bytes += next.value.entries.reduce((sum, entry) => sum + Math.max(0, entry.size), 0);
  }
  return { batches: taken, ended: false };
}
