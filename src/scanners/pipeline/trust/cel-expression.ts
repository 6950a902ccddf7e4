import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { decided, no, undecided, type Decision } from '../../../resources/decision.ts';
import type { Token } from './token.ts';

/** CEL's `matches` runs on a backtracking engine in the library; expressions are made to call this name instead. */
const linearMatches = 'matchesLinear';

let environment: Environment | undefined;

/** The variables of conditions and mappings (Google Cloud, "Workload identity federation", attribute conditions). */
function claimsEnvironment(): Environment {
  return (environment ??= new Environment({
    unlistedVariablesAreDyn: true,
    limits: { maxAstNodes: 1000, maxDepth: 50, maxListElements: 1000, maxMapEntries: 1000 },
  }).registerFunction(`string.${linearMatches}(string): bool`, (text: string, pattern: string) =>
    RE2JS.compile(pattern).matcher(text).find(),
  ));
}

/** What an expression is worth for a token; it knows of no other outcome than a value, none, and "nobody knows". */
export interface CelExpression {
  evaluate(
    token: Token,
    attributes?: Readonly<Record<string, unknown>>,
  ): { readonly value: unknown } | 'none' | 'unknown';
}

/** Undefined when it is no expression, or one that walks through lists in lists. */
export function readCel(text: string): CelExpression | undefined {
  const run = parse(text);
  if (!run) return undefined;
  return {
    evaluate(token, attributes = {}) {
      const assertion = Object.fromEntries(token.claims);
      try {
        return { value: run({ assertion, ...attributes }) };
      } catch {
        // A claim that the token lacks is an error, and an error is a refusal.
        return [...token.open].some((claim) => text.includes(claim)) ? 'unknown' : 'none';
      }
    },
  };
}

/** An attribute condition as a decision. */
export function celHolds(
  expression: CelExpression | undefined,
  token: Token,
  attributes: Readonly<Record<string, unknown>>,
): Decision {
  const result = expression?.evaluate(token, attributes) ?? 'unknown';
  if (result === 'unknown') return undecided('the attribute condition');
  return result === 'none' ? no : decided(result.value === true);
}

function parse(text: string): ((context: Record<string, unknown>) => unknown) | undefined {
  try {
    const parsed = claimsEnvironment().parse(text);
    return walks(parsed.ast) ? undefined : parsed;
  } catch {
    // Not the grammar: Google refuses it as well.
    return undefined;
  }
}

const walkers = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'bind']);

/** Redirects `matches` to the linear engine; tells whether the expression walks through lists. */
function walks(node: ASTNode): boolean {
  if (node.op === 'rcall' && node.args[0] === 'matches') node.args[0] = linearMatches;
  const inner = childrenOf(node.args).map(walks);
  return inner.includes(true) || (node.op === 'rcall' && walkers.has(node.args[0]));
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/**
 * The texts in an expression, each with the claim that stands before it, if one does; of a pattern what it leaves open
 * as `*`.
 */
export function literalsIn(text: string): readonly { readonly claim?: string; readonly text: string }[] {
  const literal =
    /(?:assertion\.(\w+)([\w\s.=!([,]{0,40}?))?(?:'((?:[^'\\\n]|\\.){0,500})'|"((?:[^"\\\n]|\\.){0,500})")/g;
  return [...text.matchAll(literal)].map(([, claim, between = '', single, double]) => {
    const written = single ?? double ?? '';
    const isPattern = /\.matches\s*\(\s*$/.test(between);
    return { ...(claim !== undefined && { claim }), text: isPattern ? toWildcards(written) : written };
  });
}

function toWildcards(pattern: string): string {
  const bare = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replaceAll(/(?:\[[^\]]*\]|\.)[*+]/g, '*')
    .replaceAll(/\\+(.)/g, '$1');
  return `${pattern.startsWith('^') ? '' : '*'}${bare}${pattern.endsWith('$') ? '' : '*'}`;
}
