import type { Entry } from '../model/target.ts';

/**
 * Batches waiting for a lane. `push` waits while too many are waiting, so that listing a huge target does not run
 * ahead of scanning it.
 */
export class BatchQueue {
  private readonly waiting: (readonly Entry[])[] = [];
  private readonly takers: ((batch: readonly Entry[] | undefined) => void)[] = [];
  private room: (() => void) | undefined;
  private closed = false;
  private readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  async push(batch: readonly Entry[]): Promise<void> {
    if (this.closed) return;
    const taker = this.takers.shift();
    if (taker) {
      taker(batch);
      return;
    }
    this.waiting.push(batch);
    if (this.waiting.length >= this.capacity) await new Promise<void>((resolve) => (this.room = resolve));
  }

  /** The next batch, or undefined when there will be no more. */
  async take(): Promise<readonly Entry[] | undefined> {
    const batch = this.waiting.shift();
    if (batch) {
      this.room?.();
      this.room = undefined;
      return batch;
    }
    if (this.closed) return undefined;
    return await new Promise((resolve) => this.takers.push(resolve));
  }

  /** No more batches will come; with `discard`, those that wait are dropped too. */
  close(discard = false): void {
    this.closed = true;
    if (discard) this.waiting.length = 0;
    this.room?.();
    this.room = undefined;
    for (const taker of this.takers.splice(0)) taker(undefined);
  }
}
