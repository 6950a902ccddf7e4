import { isNullable, type Node } from './ast.ts';
import { extentOf } from './extent.ts';
import { normalize, overlaps, type RuneSet } from './rune-set.ts';

/** Bounds for one attempt to match at one place. */
interface Cost {
  /** In how many ways the expression can be left with a character ahead that lets the search go on. */
  readonly exits: number;
  /** How many characters are looked at, all ways together. */
  readonly steps: number;
}

/**
 * An upper bound of the steps that a backtracking engine takes for one attempt at one start in a text of `length`
 * runes. A loop multiplies the ways when it can be left in several places (a character of its body may also come
 * after it); a loop around such a loop raises them to the power of its count. Infinity stands for exponential.
 *
 * The bound is pessimistic: it looks one character ahead, so it never calls a dangerous expression harmless.
 */
export function backtrackingCost(root: Node, length: number): number {
  return new CostModel(length).cost(root, []).steps;
}

class CostModel {
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  /** `next` holds the runes that may follow; empty at the end of the expression, where leaving is success. */
  cost(node: Node, next: RuneSet): Cost {
    switch (node.kind) {
      case 'empty':
      case 'assertion':
      case 'set':
      default:
        return { exits: 1, steps: 1 };
      case 'group':
        return this.cost(node.body, next);
      case 'concat':
        return this.#costOfSequence(node.parts, next);
      case 'alternate':
        return this.#costOfChoice(node.options, next);
      case 'repeat':
        return this.#costOfLoop(node, next);
    }
  }

  #costOfSequence(parts: readonly Node[], next: RuneSet): Cost {
    let total: Cost = { exits: 1, steps: 0 };
    let following = next;
    for (const part of parts.toReversed()) {
      const cost = this.cost(part, following);
      total = { exits: cost.exits * total.exits, steps: cost.steps + cost.exits * total.steps };
      following = isNullable(part) ? normalize([...firstOf(part), ...following]) : firstOf(part);
    }
    return total;
  }

  #costOfChoice(options: readonly Node[], next: RuneSet): Cost {
    const costs = options.map((option) => this.cost(option, next));
    const steps = costs.reduce((sum, cost) => sum + cost.steps, 0);
    const exits = exclusive(options)
      ? Math.max(...costs.map((cost) => cost.exits))
      : costs.reduce((sum, cost) => sum + cost.exits, 0);
    return { exits, steps };
  }

  #costOfLoop(node: Node & { kind: 'repeat' }, next: RuneSet): Cost {
    if (node.max === 0) return { exits: 1, steps: 1 };
    const first = firstOf(node.body);
    const body = this.cost(node.body, node.max > 1 ? normalize([...first, ...next]) : next);
    const shortest = Math.max(1, extentOf(node.body, 'ascii').min);
    const count = Math.min(node.max, Math.max(1, node.min, Math.floor(this.#length / shortest)));
    const leaves = node.min !== node.max && overlaps(first, next) ? count - node.min + 1 : 1;
    const ways = body.exits > 1 ? body.exits ** count : 1;
    return { exits: leaves * ways, steps: count * body.steps * ways };
  }
}

/** Whether a text can match at most one of the options. */
function exclusive(options: readonly Node[]): boolean {
  const firsts = options.map(firstOf);
  for (const [index, option] of options.entries()) {
    for (let other = index + 1; other < options.length; other++) {
      const rival = options[other];
      if (rival !== undefined && overlaps(firsts[index] ?? [], firsts[other] ?? []) && !differEarly(option, rival)) {
        return false;
      }
    }
  }
  return !options.some(isNullable);
}

/** Whether two sequences demand different runes at the same place, so that no text starts with both. */
function differEarly(a: Node, b: Node): boolean {
  const left = leadingSets(a);
  const right = leadingSets(b);
  return left.some((set, index) => {
    const other = right[index];
    return other !== undefined && !overlaps(set, other);
  });
}

/** The sets that a match starts with, as far as each of them takes exactly one rune. */
function leadingSets(node: Node): readonly RuneSet[] {
  if (node.kind === 'set') return [node.set];
  if (node.kind === 'group') return leadingSets(node.body);
  if (node.kind !== 'concat') return [];
  const sets: RuneSet[] = [];
  for (const part of node.parts) {
    if (part.kind === 'assertion') continue;
    if (part.kind !== 'set') break;
    sets.push(part.set);
  }
  return sets;
}

/** The runes that a match can begin with. */
function firstOf(node: Node): RuneSet {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    default:
      return [];
    case 'set':
      return node.set;
    case 'group':
      return firstOf(node.body);
    case 'repeat':
      return node.max === 0 ? [] : firstOf(node.body);
    case 'alternate':
      return normalize(node.options.flatMap(firstOf));
    case 'concat': {
      const ranges: number[] = [];
      for (const part of node.parts) {
        ranges.push(...firstOf(part));
        if (!isNullable(part)) break;
      }
      return normalize(ranges);
    }
  }
}
