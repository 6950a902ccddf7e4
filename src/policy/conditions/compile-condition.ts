import { type ASTNode, ParseError } from '@marcbachmann/cel-js';
import { conditionEnvironment, linearMatches } from './condition-environment.ts';

export interface CompiledCondition {
  /** @throws Error when the expression can not be evaluated on this evidence */
  holds(context: Record<string, unknown>): boolean;
  /** How deeply it walks through lists in lists; its cost is the number of items to this power. */
  readonly depth: number;
}

/** Something is wrong with the expression; `offset` is where in its text. */
export interface ConditionProblem {
  readonly message: string;
  readonly offset: number;
}

const mostNested = 3;
const walkers = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** Parses and type-checks; a condition is a bool. */
export function compileCondition(expression: string): CompiledCondition | ConditionProblem {
  const parsed = parse(expression);
  if (typeof parsed !== 'function') return parsed;
  const shape = prepare(parsed.ast);
  if (shape.bind) return { message: 'cel.bind is not available here', offset: 0 };
  if (shape.depth > mostNested) return { message: `walks through lists more than ${mostNested} deep`, offset: 0 };
  const checked = parsed.check();
  if (!checked.valid) return problemOf(checked.error);
  if (checked.type !== 'bool' && checked.type !== 'dyn') {
    return { message: `gives ${checked.type ?? 'no type'}, not bool`, offset: 0 };
  }
  return {
    depth: shape.depth,
    holds(context) {
      const value: unknown = parsed(context);
      if (typeof value !== 'boolean') throw new Error('the expression does not give a bool');
      return value;
    },
  };
}

function parse(expression: string): ReturnType<ReturnType<typeof conditionEnvironment>['parse']> | ConditionProblem {
  try {
    return conditionEnvironment().parse(expression);
  } catch (error) {
    if (error instanceof ParseError) return problemOf(error);
    throw error;
  }
}

function problemOf(
  error: { summary?: string; message: string; range?: { start: number } } | undefined,
): ConditionProblem {
  return { message: error?.summary ?? error?.message ?? 'is not valid', offset: error?.range?.start ?? 0 };
}

interface Shape {
  readonly depth: number;
  readonly bind: boolean;
}

/** Redirects `matches` to the linear engine and measures what the expression could cost. */
function prepare(node: ASTNode): Shape {
  const inner = childrenOf(node).map(prepare);
  const bind = inner.some((shape) => shape.bind);
  const depth = Math.max(0, ...inner.map((shape) => shape.depth));
  if (node.op !== 'rcall') return { depth, bind };
  const [name] = node.args;
  if (name === 'matches') node.args[0] = linearMatches;
  return { depth: walkers.has(name) ? depth + 1 : depth, bind: bind || name === 'bind' };
}

function childrenOf(node: ASTNode): ASTNode[] {
  return flatten(node.args);
}

function flatten(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(flatten);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
