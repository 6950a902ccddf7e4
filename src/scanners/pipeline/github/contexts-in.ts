import type { Expr } from '@actions/expressions';
import { oncePer } from '../../../lib/once-per.ts';

/** What a part of an expression is: the contexts whose text can be in its value, and its own path or literal. */
interface Reading {
  readonly contexts: readonly string[];
  readonly path?: string;
  readonly literal?: string;
}

type Visitor = Parameters<typeof Expr.prototype.accept<Reading>>[0];

/** Functions whose result is no text of their arguments. */
const closed: ReadonlySet<string> = new Set([
  'contains',
  'startswith',
  'endswith',
  'hashfiles',
  'success',
  'failure',
  'always',
  'cancelled',
]);
const nothing: Reading = { contexts: [] };

/** The contexts, as dotted paths in lower case, whose text can be in the value of an expression. */
export const contextsIn = oncePer((expression: Expr): readonly string[] => expression.accept(reader).contexts);

const reader: Visitor = {
  visitLiteral: ({ literal }) => ({ contexts: [], literal: literal.coerceString() }),
  // A comparison and a negation give yes or no.
  visitUnary: () => nothing,
  visitBinary: () => nothing,
  visitLogical: ({ args }) => ({ contexts: args.flatMap((arg) => arg.accept(reader).contexts) }),
  visitGrouping: ({ group }) => ({ contexts: group.accept(reader).contexts }),
  visitContextAccess: ({ name }) => pathReading(name.lexeme),
  visitIndexAccess({ expr, index }) {
    const inner = expr.accept(reader);
    if (inner.path === undefined) return { contexts: inner.contexts };
    return pathReading(`${inner.path}.${indexName(index)}`);
  },
  visitFunctionCall({ functionName, args }) {
    if (closed.has(functionName.lexeme.toLowerCase())) return nothing;
    return { contexts: args.flatMap((arg) => arg.accept(reader).contexts) };
  },
};

function pathReading(path: string): Reading {
  const lower = path.toLowerCase();
  return { contexts: [lower], path: lower };
}

/** `*` for all items and for what is known only when the workflow runs. */
function indexName(index: Expr): string {
  try {
    return index.accept(reader).literal ?? '*';
  } catch {
    // The parser's own node for `*` can not be visited.
    return '*';
  }
}
