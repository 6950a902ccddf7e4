import type { Node } from './ast.ts';
import { withoutFoldedLetters, type Alphabet } from './alphabet.ts';
import { extentOf } from './extent.ts';
import { normalize, type RuneSet } from './rune-set.ts';

/**
 * How far a match can go: `bounded` bytes, and besides these any number of runes of `loop`, what unbounded repetitions
 * take. `loop` is empty when there are none.
 */
export interface Reach {
  readonly bounded: number;
  readonly loop: RuneSet;
}

/** More ways than these are taken for one that goes as far as any of them. */
const maxWays = 8;
const nowhere: readonly Reach[] = [{ bounded: 0, loop: [] }];

/** How far matches of expressions in a row can go; one entry for each way through alternatives. */
export function reachesOf(nodes: readonly Node[], alphabet: Alphabet): readonly Reach[] {
  return nodes.reduce((reaches, node) => chain(reaches, waysOf(node, alphabet)), nowhere);
}

/** The farthest of them. */
export function farthest(reaches: readonly Reach[]): Reach {
  return {
    bounded: Math.max(0, ...reaches.map((reach) => reach.bounded)),
    loop: normalize(reaches.flatMap((reach) => [...reach.loop])),
  };
}

function waysOf(node: Node, alphabet: Alphabet): readonly Reach[] {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    default:
      return nowhere;
    case 'set':
      return [{ bounded: extentOf(node, alphabet).max, loop: [] }];
    case 'group':
      return waysOf(node.body, alphabet);
    case 'concat':
      return reachesOf(node.parts, alphabet);
    case 'alternate':
      return limit(node.options.flatMap((option) => waysOf(option, alphabet)));
    case 'repeat': {
      if (node.max === Infinity) return [{ bounded: 0, loop: runesIn([node.body], alphabet) }];
      const body = waysOf(node.body, alphabet);
      const { bounded, loop } = body.length === 1 ? (body[0] ?? farthest(body)) : farthest(body);
      return [{ bounded: bounded * node.max, loop }];
    }
  }
}

function chain(a: readonly Reach[], b: readonly Reach[]): readonly Reach[] {
  if (a === nowhere) return b;
  const ways = a.flatMap((left) =>
    b.map((right) => ({
      bounded: left.bounded + right.bounded,
      loop: right.loop.length === 0 ? left.loop : normalize([...left.loop, ...right.loop]),
    })),
  );
  return limit(ways);
}

/** Leaves out ways that another one covers. */
function limit(ways: readonly Reach[]): readonly Reach[] {
  const bounded = Math.max(...ways.map((way) => (way.loop.length === 0 ? way.bounded : 0)));
  const looping = ways.filter((way) => way.loop.length > 0);
  const kept = looping.length < ways.length ? [{ bounded, loop: [] }, ...looping] : looping;
  return kept.length > maxWays ? [farthest(kept)] : kept;
}

/** Every rune that can stand in matches of the expressions, in texts of the alphabet. */
export function runesIn(nodes: readonly Node[], alphabet: Alphabet): RuneSet {
  const collect = (node: Node): readonly number[] => {
    switch (node.kind) {
      case 'empty':
      case 'assertion':
      default:
        return [];
      case 'set':
        return alphabet === 'any' ? node.set : withoutFoldedLetters(node.set);
      case 'group':
      case 'repeat':
        return collect(node.body);
      case 'concat':
        return node.parts.flatMap(collect);
      case 'alternate':
        return node.options.flatMap(collect);
    }
  };
  return normalize(nodes.flatMap(collect));
}
