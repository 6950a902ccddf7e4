import type { RuneSet } from './rune-set.ts';

/** A zero-width condition. Lines end at `\n` only; words are ASCII. */
export type Assertion = 'begin-text' | 'end-text' | 'begin-line' | 'end-line' | 'word' | 'not-word';

/**
 * A parsed expression. Flags are gone: case folding is in the rune sets, `(?s)` and `(?m)` chose the node, `(?U)` is in
 * `greedy`. A literal is a sequence of one-rune sets.
 */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly set: RuneSet }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'concat'; readonly parts: readonly Node[] }
  | { readonly kind: 'alternate'; readonly options: readonly Node[] }
  /** `max` is Infinity when unbounded. */
  | {
      readonly kind: 'repeat';
      readonly body: Node;
      readonly min: number;
      readonly max: number;
      readonly greedy: boolean;
    }
  /** A capturing group; the index is 1-based. */
  | { readonly kind: 'group'; readonly body: Node; readonly index: number; readonly name?: string };

export const emptyNode: Node = { kind: 'empty' };

/** Whether the expression can match without consuming anything. */
export function isNullable(node: Node): boolean {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    default:
      return true;
    case 'set':
      return false;
    case 'concat':
      return node.parts.every(isNullable);
    case 'alternate':
      return node.options.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
    case 'group':
      return isNullable(node.body);
  }
}
