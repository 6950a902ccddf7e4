import { isNullable, type Node } from './ast.ts';
import { classWriter, type Alphabet } from './alphabet.ts';
import { backtrackingCost } from './backtracking-cost.ts';
import { divergenceOf, javascriptSource } from './javascript-source.ts';
import type { MandatoryLiteral } from './literals.ts';

/** A check that is run at every occurrence of a literal must be quick whatever the text. */
const maxSteps = 20_000;
const ordinaryLength = 256;
const longestText = 131_072;

/**
 * Decides at an occurrence of a mandatory literal whether a match can go on from there, by the beginning of what the
 * expression wants next. Most occurrences fail, and the whole expression need not be tried.
 */
export class Gate {
  readonly #literal: MandatoryLiteral;
  #nodes: readonly Node[] | undefined;
  readonly #compiled = new Map<Alphabet, RegExp | undefined>();

  constructor(literal: MandatoryLiteral) {
    this.#literal = literal;
  }

  /** `end` is where the literal ends. */
  opens(text: string, end: number, alphabet: Alphabet): boolean {
    // Most literals never occur, so the check is prepared when one does.
    this.#nodes ??= beginningOf(this.#literal.after);
    if (this.#nodes.length === 0) return true;
    const expression = this.#compiled.get(alphabet) ?? this.#compile(this.#nodes, alphabet);
    expression.lastIndex = end;
    return expression.test(text);
  }

  #compile(parts: readonly Node[], alphabet: Alphabet): RegExp {
    const source = javascriptSource({ kind: 'concat', parts }, classWriter(alphabet), false);
    const expression = new RegExp(source, 'y');
    this.#compiled.set(alphabet, expression);
    return expression;
  }
}

/** As many of the nodes as can be checked quickly; the last of them with the least repetition. */
function beginningOf(nodes: readonly Node[]): readonly Node[] {
  const taken: Node[] = [];
  for (const node of flatten(nodes)) {
    if (divergenceOf(node) === 'matches') break;
    if (isQuick([...taken, node])) {
      taken.push(node);
      continue;
    }
    const least = leastOf(node);
    if (!isNullable(least) && isQuick([...taken, least])) taken.push(least);
    break;
  }
  return taken;
}

/** Cheap on ordinary text, and bearable on one that is made to be slow. */
function isQuick(parts: readonly Node[]): boolean {
  const node: Node = { kind: 'concat', parts };
  return backtrackingCost(node, ordinaryLength) <= maxSteps && backtrackingCost(node, longestText) <= 50 * maxSteps;
}

function flatten(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => (node.kind === 'concat' ? flatten(node.parts) : [node]));
}

/** The expression with every repetition done as seldom as it may be: whatever matches begins with a match of this. */
function leastOf(node: Node): Node {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    case 'set':
    default:
      return node;
    case 'group':
      return leastOf(node.body);
    case 'concat':
      return { kind: 'concat', parts: leastOfSequence(node.parts) };
    case 'alternate':
      return { kind: 'alternate', options: node.options.map(leastOf) };
    case 'repeat':
      return { ...node, max: node.min };
  }
}

/** What follows a shortened part is not known any more. */
function leastOfSequence(parts: readonly Node[]): readonly Node[] {
  const taken: Node[] = [];
  for (const part of parts) {
    const least = leastOf(part);
    taken.push(least);
    if (least !== part) break;
  }
  return taken;
}
