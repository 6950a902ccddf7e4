import type { Node } from './ast.ts';
import { withoutFoldedLetters, type Alphabet } from './alphabet.ts';
import { contains, replacementRune, type RuneSet } from './rune-set.ts';

/** Least and most bytes; `max` is Infinity when unbounded. */
export interface Extent {
  readonly min: number;
  readonly max: number;
}

/** How many bytes a match of the expression has in a text of that alphabet. */
export function extentOf(node: Node, alphabet: Alphabet): Extent {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    default:
      return { min: 0, max: 0 };
    case 'set':
      if (alphabet === 'ascii') return { min: 1, max: 1 };
      return runeExtent(alphabet === 'plain' ? withoutFoldedLetters(node.set) : node.set);
    case 'group':
      return extentOf(node.body, alphabet);
    case 'concat':
      return node.parts
        .map((part) => extentOf(part, alphabet))
        .reduce((sum, part) => ({ min: sum.min + part.min, max: sum.max + part.max }), { min: 0, max: 0 });
    case 'alternate': {
      const extents = node.options.map((option) => extentOf(option, alphabet));
      return {
        min: Math.min(...extents.map((extent) => extent.min)),
        max: Math.max(...extents.map((extent) => extent.max)),
      };
    }
    case 'repeat': {
      const body = extentOf(node.body, alphabet);
      return { min: body.min * node.min, max: node.max === 0 || body.max === 0 ? 0 : body.max * node.max };
    }
  }
}

function runeExtent(set: RuneSet): Extent {
  const least = contains(set, replacementRune) ? 1 : encodedLength(set[0] ?? 0);
  return { min: least, max: encodedLength(set.at(-1) ?? 0) };
}

function encodedLength(rune: number): number {
  return rune <= 0x7f ? 1 : rune <= 0x7ff ? 2 : rune <= 0xffff ? 3 : 4;
}
