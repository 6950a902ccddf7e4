import type { GitObject } from './git-object.ts';

/** Objects that others are likely built from, the least recently used dropped first. */
export class ObjectCache {
  private readonly objects = new Map<number, GitObject>();
  private readonly budget: number;
  private held = 0;

  /** @param budget bytes */
  constructor(budget: number) {
    this.budget = budget;
  }

  get(key: number): GitObject | undefined {
    const object = this.objects.get(key);
    if (object) {
      this.objects.delete(key);
      this.objects.set(key, object);
    }
    return object;
  }

  put(key: number, object: GitObject): void {
    if (object.bytes.length > this.budget / 2 || this.objects.has(key)) return;
    this.objects.set(key, object);
    this.held += object.bytes.length + overhead;
    for (const [oldest, dropped] of this.objects) {
      if (this.held <= this.budget) break;
      this.objects.delete(oldest);
      this.held -= dropped.bytes.length + overhead;
    }
  }
}

/** What an entry costs besides its bytes. */
const overhead = 256;
