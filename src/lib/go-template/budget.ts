import type { TemplateLimits } from './limits.ts';
import { GoList, GoMap, type GoValue } from './value/go-value.ts';

/** What is left of the limits. */
export class Budget {
  readonly depth: number;
  #output: number;
  #steps: number;
  #made: number;

  constructor({ output, steps, depth, made }: TemplateLimits) {
    this.depth = depth;
    this.#output = output;
    this.#steps = steps;
    this.#made = made;
  }

  step(): boolean {
    return --this.#steps >= 0;
  }

  write(length: number): boolean {
    this.#output -= length;
    return this.#output >= 0;
  }

  make(value: GoValue): boolean {
    if (typeof value === 'string') this.#made -= value.length;
    else if (value instanceof GoList) this.#made -= 8 * value.items.length;
    else if (value instanceof GoMap) this.#made -= 8 * value.entries.size;
    return this.#made >= 0;
  }
}
