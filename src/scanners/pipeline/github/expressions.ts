import { Lexer, Parser, wellKnownFunctions, type Expr } from '@actions/expressions';

/** A `${{ }}` in a text. Offsets are those of the text, braces included. */
export interface ExpressionUse {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces. */
  readonly source: string;
}

const contexts = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];
const statusFunctions = ['success', 'always', 'cancelled', 'failure', 'hashFiles', 'case'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

export function findExpressions(text: string): readonly ExpressionUse[] {
  if (!text.includes('${{')) return [];
  // Quotes may hide braces; a quote is doubled inside (GitHub documentation, "Expressions", literals).
  return [...text.matchAll(/\$\{\{(?<source>(?:'(?:[^']|'')*'|[^'}]|\}(?!\}))*)\}\}/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    source: match.groups?.['source'] ?? '',
  }));
}

/** The syntax tree of an expression; undefined when it is none. */
export function parseExpression(source: string): Expr | undefined {
  if (source.length > 21_000) return undefined;
  try {
    const functions = [...Object.values(wellKnownFunctions), ...statusFunctions];
    return new Parser(new Lexer(source).lex().tokens, contexts, functions).parse();
  } catch {
    // GitHub refuses the workflow for it.
    return undefined;
  }
}
