import type { Component } from '../model/component.ts';
import type { Finding, Unknown } from '../model/finding.ts';
import { compareLocations } from '../model/location.ts';
import type { Scanner } from '../model/scanner.ts';
import type { Entry } from '../model/target.ts';
import { BatchQueue } from './batch-queue.ts';
import type { CleanCache } from './cache/clean-cache.ts';
import type { Examined } from './examiner.ts';
import type { Lane } from './lane.ts';
import type { ScanOutcome } from './scan-outcome.ts';
import { addTally, leavesGap, newTally, toRun, type Tally } from './tally.ts';

/** A piece of the listing; `sticky` ones are wanted by a scanner that must see all its files in one place. */
export interface Listed {
  readonly entries: readonly Entry[];
  readonly sticky: boolean;
  readonly unknowns: readonly Unknown[];
  /** Those of which an earlier run tells that nothing is to be said; the scanners that want each. */
  readonly known: readonly (readonly string[])[];
}

/** One scan over several lanes: feeds them, gathers what they say, sums up. */
export class LaneRun {
  private readonly lanes: readonly Lane[];
  private readonly loaded: readonly Scanner[];
  private readonly signal: AbortSignal;
  private readonly onProgress: ((examined: number) => void) | undefined;
  private readonly queue: BatchQueue;
  private readonly findings: Finding[] = [];
  private readonly components: Component[] = [];
  private readonly unknowns: Unknown[] = [];
  private readonly tallies: Map<string, Tally>;
  private readonly cache: CleanCache | undefined;
  private examined = 0;

  constructor(
    lanes: readonly Lane[],
    loaded: readonly Scanner[],
    signal: AbortSignal,
    onProgress?: (examined: number) => void,
    cache?: CleanCache,
  ) {
    this.cache = cache;
    this.lanes = lanes;
    this.loaded = loaded;
    this.signal = signal;
    this.onProgress = onProgress;
    this.queue = new BatchQueue(2 * lanes.length);
    this.tallies = new Map(loaded.map((scanner) => [scanner.id, newTally()]));
  }

  async all(first: readonly Listed[], rest: AsyncGenerator<Listed>): Promise<ScanOutcome> {
    const feeding = this.feed(first, rest);
    const working = this.lanes.map(async (lane, index) => await this.work(lane, index === 0));
    try {
      await orAbort(Promise.all([feeding, ...working]), this.signal);
    } finally {
      this.queue.close(true);
    }
    return {
      findings: this.findings.sort(
        (a, b) => compareLocations(a.locations[0], b.locations[0]) || order(a.ruleId, b.ruleId),
      ),
      components: this.components.sort((a, b) => order(a.purl, b.purl)),
      unknowns: this.unknowns.sort(
        (a, b) => order(a.location?.uri ?? '', b.location?.uri ?? '') || order(a.scanner, b.scanner),
      ),
      runs: this.loaded.map((scanner) => toRun(scanner.id, this.tallies.get(scanner.id) ?? newTally())),
    };
  }

  private async feed(first: readonly Listed[], rest: AsyncGenerator<Listed>): Promise<void> {
    try {
      for (const listed of first) await this.enqueue(listed);
      for await (const listed of rest) await this.enqueue(listed);
    } catch (error) {
      this.queue.close(true);
      throw error;
    }
    this.queue.close();
  }

  private async enqueue(listed: Listed): Promise<void> {
    for (const unknown of listed.unknowns) this.missed(unknown);
    for (const id of listed.known.flat())
      addTally(this.tallies.get(id) ?? newTally(), { examined: 1, wanted: 1, millis: 0 });
    if (listed.entries.length > 0) await this.queue.push(listed.entries, listed.sticky);
  }

  /** What the target could not even list is a gap of every scanner. */
  private missed(unknown: Unknown): void {
    this.unknowns.push(unknown);
    if (!leavesGap(unknown.reason)) return;
    for (const tally of this.tallies.values()) tally.partial ??= unknown.message;
  }

  private async work(lane: Lane, first: boolean): Promise<void> {
    try {
      await this.drain(lane, first);
      const { said, tallies } = await lane.finish();
      this.add(said);
      for (const [id, tally] of Object.entries(tallies)) addTally(this.tallies.get(id) ?? newTally(), tally);
    } catch (error) {
      this.queue.close(true);
      throw error;
    }
  }

  private async drain(lane: Lane, first: boolean): Promise<void> {
    for (let batch = await this.queue.take(first); batch; batch = await this.queue.take(first)) {
      this.signal.throwIfAborted();
      this.add(await lane.examine(batch));
      this.examined += batch.length;
      this.onProgress?.(this.examined);
    }
  }

  private add(said: Examined): void {
    for (const key of said.clean) this.cache?.note(key);
    for (const finding of said.findings) this.findings.push(finding);
    for (const component of said.components) this.components.push(component);
    for (const unknown of said.unknowns) this.unknowns.push(unknown);
  }
}

/** Rejects as soon as the signal says so: threads in the middle of a file are then ended, not waited for. */
async function orAbort(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
