import { Lexer, Parser, wellKnownFunctions, type Expr } from '@actions/expressions';
import { oncePerText } from '../../../lib/once-per-text.ts';

/** A `${{ }}` in a text. Offsets are those of the text, braces included. */
export interface ExpressionUse {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces. */
  readonly source: string;
}

/** The contexts there are (GitHub documentation, "Contexts reference"). */
export const contexts = [
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

const functions = [...Object.values(wellKnownFunctions), ...statusFunctions];

/** The syntax tree of an expression; undefined when it is none. The same few are all over a project's workflows. */
export const parseExpression = oncePerText((source: string): Expr | undefined => {
  if (source.length > 21_000) return undefined;
  try {
    return new Parser(new Lexer(source).lex().tokens, contexts, functions).parse();
  } catch {
    // GitHub refuses the workflow for it.
    return undefined;
  }
});
