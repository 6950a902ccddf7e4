/** What an evaluation may still cost. One for all of a repository's configuration: what is hostile ends as unknown. */
export class Budget {
  #left: number;
  #depth = 0;

  /** @param steps expressions evaluated, items and thousands of characters made */
  constructor(steps = 1_000_000) {
    this.#left = steps;
  }

  /** False when there is nothing left. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left > 0;
  }

  /** Runs something nested; undefined when it is nested too deeply. */
  nested<T>(run: () => T): T | undefined {
    if (this.#depth >= deepest) return undefined;
    this.#depth += 1;
    try {
      return run();
    } finally {
      this.#depth -= 1;
    }
  }
}

const deepest = 400;
