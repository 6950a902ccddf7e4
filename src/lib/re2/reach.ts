import type { Node } from './ast.ts';
import type { Alphabet } from './alphabet.ts';
import { extentOf } from './extent.ts';
import { normalize, type RuneSet } from './rune-set.ts';

/**
 * How far matches of expressions in a row can go: `bounded` bytes, and besides these any number of runes of `loop`,
 * what unbounded repetitions take. `loop` is empty when there are none.
 */
export interface Reach {
  readonly bounded: number;
  readonly loop: RuneSet;
}

export function reachOf(nodes: readonly Node[], alphabet: Alphabet): Reach {
  const loops: number[] = [];
  const measure = (node: Node): number => {
    switch (node.kind) {
      case 'empty':
      case 'assertion':
      default:
        return 0;
      case 'set':
        return extentOf(node, alphabet).max;
      case 'group':
        return measure(node.body);
      case 'concat':
        return node.parts.reduce((sum, part) => sum + measure(part), 0);
      case 'alternate':
        return node.options.reduce((most, option) => Math.max(most, measure(option)), 0);
      case 'repeat':
        if (node.max !== Infinity) return measure(node.body) * node.max;
        for (const bound of runesOf(node.body)) loops.push(bound);
        return 0;
    }
  };
  const bounded = nodes.reduce((sum, node) => sum + measure(node), 0);
  return { bounded, loop: normalize(loops) };
}

/** Every rune that a match can contain. */
function runesOf(node: Node): readonly number[] {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    default:
      return [];
    case 'set':
      return node.set;
    case 'group':
    case 'repeat':
      return runesOf(node.body);
    case 'concat':
      return node.parts.flatMap(runesOf);
    case 'alternate':
      return node.options.flatMap(runesOf);
  }
}
