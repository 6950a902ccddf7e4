import type { Entry } from '../model/target.ts';

interface Batch {
  readonly entries: readonly Entry[];
  /** Only the first lane may take it. */
  readonly sticky: boolean;
}

interface Taker {
  readonly isFirst: boolean;
  give(entries: readonly Entry[] | undefined): void;
}

/**
 * Batches waiting for a lane. `push` waits while too many are waiting, so that listing a huge target does not run
 * ahead of scanning it.
 */
export class BatchQueue {
  private readonly waiting: Batch[] = [];
  private readonly takers: Taker[] = [];
  private room: (() => void) | undefined;
  private closed = false;
  private readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** For one caller at a time. */
  async push(entries: readonly Entry[], sticky: boolean): Promise<void> {
    if (this.closed) return;
    const at = this.takers.findIndex((taker) => taker.isFirst || !sticky);
    const [taker] = at === -1 ? [] : this.takers.splice(at, 1);
    if (taker) {
      taker.give(entries);
      return;
    }
    this.waiting.push({ entries, sticky });
    if (this.waiting.length >= this.capacity) await new Promise<void>((resolve) => (this.room = resolve));
  }

  /** The next batch for the first or another lane, or undefined when there will be no more. */
  async take(isFirst: boolean): Promise<readonly Entry[] | undefined> {
    const at = this.waiting.findIndex((batch) => isFirst || !batch.sticky);
    const [batch] = at === -1 ? [] : this.waiting.splice(at, 1);
    if (batch) {
      this.makeRoom();
      return batch.entries;
    }
    if (this.closed) return undefined;
    return await new Promise((resolve) => this.takers.push({ isFirst, give: resolve }));
  }

  /** No more batches will come; with `discard`, those that wait are dropped too. */
  close(discard = false): void {
    this.closed = true;
    if (discard) this.waiting.length = 0;
    this.makeRoom();
    for (const taker of this.takers.splice(0)) taker.give(undefined);
  }

  private makeRoom(): void {
    this.room?.();
    this.room = undefined;
  }
}
