import type { Node } from './ast.ts';
import { Re2SyntaxError } from './re2-syntax-error.ts';

const maxCopies = 1000;

/** Go allows as many instructions as fit in 128 MB, 40 bytes each. */
const maxInstructions = Math.floor((128 << 20) / 40);

/** Refuses nested counted repetitions that together repeat their innermost part more than 1000 times. */
export function checkRepeatCounts(node: Node, written: string): void {
  if (!withinCopies(node, maxCopies)) throw new Re2SyntaxError('invalid repeat count', written);
}

function withinCopies(node: Node, copies: number): boolean {
  switch (node.kind) {
    case 'empty':
    case 'set':
    case 'assertion':
    default:
      return true;
    case 'concat':
      return node.parts.every((part) => withinCopies(part, copies));
    case 'alternate':
      return node.options.every((option) => withinCopies(option, copies));
    case 'group':
      return withinCopies(node.body, copies);
    case 'repeat': {
      if (node.max === 0) return true;
      const count = node.max === Infinity ? node.min : node.max;
      if (count > copies) return false;
      return withinCopies(node.body, count > 1 ? Math.floor(copies / count) : copies);
    }
  }
}

/** Refuses expressions whose program would be too large. */
export function checkSize(root: Node, source: string): void {
  if (instructions(root) > maxInstructions) throw new Re2SyntaxError('expression too large', source);
}

function instructions(node: Node): number {
  switch (node.kind) {
    case 'empty':
    case 'set':
    case 'assertion':
    default:
      return 1;
    case 'concat':
      return node.parts.reduce((sum, part) => sum + instructions(part), 0);
    case 'alternate':
      return node.options.reduce((sum, option) => sum + instructions(option), node.options.length - 1);
    case 'group':
      return 2 + instructions(node.body);
    case 'repeat': {
      const body = instructions(node.body);
      if (node.max === Infinity) return node.min === 0 ? 2 + body : 1 + Math.max(1, node.min) * body;
      return Math.max(1, node.max * body + node.max - node.min);
    }
  }
}
