import { isNullable, type Assertion, type Node } from './ast.ts';
import type { RuneSet } from './rune-set.ts';

/**
 * How JavaScript's engine departs from RE2 on an expression, besides speed. `groups`: it finds the same matches, but
 * not always the same groups. `matches`: it may find others.
 */
export type Divergence = 'none' | 'groups' | 'matches';

/**
 * JavaScript source, to be compiled without flags other than `g`, `y` and `d`. `writeSet` writes a rune set. Without
 * `captures` groups do not capture.
 */
export function javascriptSource(root: Node, writeSet: (set: RuneSet) => string, captures = true): string {
  const write = (node: Node): string => {
    switch (node.kind) {
      case 'empty':
      default:
        return '(?:)';
      case 'set':
        return writeSet(node.set);
      case 'assertion':
        return writeAssertion(node.assertion);
      case 'concat':
        return node.parts.map((part) => (part.kind === 'alternate' ? `(?:${write(part)})` : write(part))).join('');
      case 'alternate':
        return node.options
          .map((option) => (option.kind === 'alternate' ? `(?:${write(option)})` : write(option)))
          .join('|');
      case 'group':
        return captures ? `(${write(node.body)})` : `(?:${write(node.body)})`;
      case 'repeat':
        return writeRepeat(node, write);
    }
  };
  return write(root);
}

function writeRepeat(node: Node & { kind: 'repeat' }, write: (node: Node) => string): string {
  if (node.max === 0) return hasGroup(node.body) ? `(?:${write(node.body)}){0}` : '(?:)';
  const body = write(node.body);
  if (node.min === 1 && node.max === 1) return `(?:${body})`;
  // JavaScript drops an iteration that consumes nothing; RE2 takes it. For an optional part a choice says what RE2 means.
  if (node.max === 1 && isNullable(node.body)) return node.greedy ? `(?:${body}|)` : `(?:|${body})`;
  const atom = node.body.kind === 'group' || /^(?:\\x..|[^\\]|\[[^\]]*\])$/.test(body) ? body : `(?:${body})`;
  return atom + quantifier(node.min, node.max) + (node.greedy ? '' : '?');
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function writeAssertion(assertion: Assertion): string {
  switch (assertion) {
    case 'begin-text':
    default:
      return '^';
    case 'end-text':
      return '$';
    case 'begin-line':
      return '(?<![^\\n])';
    case 'end-line':
      return '(?![^\\n])';
    case 'word':
      return '\\b';
    case 'not-word':
      return '\\B';
  }
}

/** JavaScript forgets groups at each iteration and refuses empty ones; see `Divergence`. */
export function divergenceOf(node: Node): Divergence {
  switch (node.kind) {
    case 'empty':
    case 'set':
    case 'assertion':
    default:
      return 'none';
    case 'group':
      return divergenceOf(node.body);
    case 'concat':
      return worst(node.parts.map(divergenceOf));
    case 'alternate':
      return worst(node.options.map(divergenceOf));
    case 'repeat':
      if (node.max > 1 && isNullable(node.body)) return 'matches';
      return worst([divergenceOf(node.body), node.max > 1 && hasGroup(node.body) ? 'groups' : 'none']);
  }
}

function worst(divergences: readonly Divergence[]): Divergence {
  if (divergences.includes('matches')) return 'matches';
  return divergences.includes('groups') ? 'groups' : 'none';
}

function hasGroup(node: Node): boolean {
  switch (node.kind) {
    case 'empty':
    case 'set':
    case 'assertion':
    default:
      return false;
    case 'group':
      return true;
    case 'concat':
      return node.parts.some(hasGroup);
    case 'alternate':
      return node.options.some(hasGroup);
    case 'repeat':
      return hasGroup(node.body);
  }
}
