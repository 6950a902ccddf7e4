import type { Expr } from '@actions/expressions';
import { findExpressions, parseExpression } from '../../github/expressions.ts';
import { and, certain, known, not, or, unknown, type Truth } from '../truth.ts';
import type { GithubScenario } from './github-scenarios.ts';

/** Text that is known, that begins in a known way, or that only the run knows. */
type Value = { readonly exact: string } | { readonly prefix: string; readonly except?: string } | undefined;
type Reading = { readonly value?: Value; readonly path?: string; readonly truth: Truth };
type Visitor = Parameters<typeof Expr.prototype.accept<Reading>>[0];

/**
 * Whether an `if:` holds in a scenario (GitHub documentation, "Expressions"). What only the run knows is unknown;
 * without a status function a condition also asks for success, which is taken for granted.
 */
export function conditionHolds(text: string | undefined, scenario: GithubScenario, defaultBranch: string): Truth {
  if (text === undefined || text.trim() === '') return certain;
  const uses = findExpressions(text);
  const [only] = uses;
  const isWhole = only !== undefined && uses.length === 1 && text.trim() === text.slice(only.start, only.end);
  // Text around the braces makes a text of it, which is true.
  if (uses.length > 0 && !isWhole) return certain;
  const expression = parseExpression(isWhole ? only.source : text);
  return expression?.accept(readerFor(scenario, defaultBranch)).truth ?? unknown(flat(text), false);
}

function readerFor(scenario: GithubScenario, defaultBranch: string): Visitor {
  const ofPath = (path: string): Reading => {
    const value = contextValue(path, scenario, defaultBranch);
    const isChosen = /^(?:inputs|github\.event\.inputs|github\.event\.client_payload)\./.test(path);
    const truth =
      value && 'exact' in value ? known(value.exact !== '' && value.exact !== 'false') : unknown(path, isChosen);
    return { path, truth, ...(value && { value }) };
  };
  const visitor: Visitor = {
    visitLiteral: ({ literal }) => {
      const exact = literal.coerceString();
      return { value: { exact }, truth: known(exact !== '' && exact !== 'false' && exact !== '0') };
    },
    visitUnary: ({ expr }) => ({ truth: not(expr.accept(visitor).truth) }),
    visitBinary({ left, operator, right }) {
      const [one, other] = [left.accept(visitor), right.accept(visitor)];
      if (operator.lexeme !== '==' && operator.lexeme !== '!=') return { truth: unknown(name(one, other), false) };
      const equal = same(one, other);
      return { truth: operator.lexeme === '==' ? equal : not(equal) };
    },
    visitLogical({ operator, args }) {
      const truths = args.map((arg) => arg.accept(visitor).truth);
      return { truth: operator.lexeme === '&&' ? and(...truths) : or(...truths) };
    },
    visitGrouping: ({ group }) => group.accept(visitor),
    visitContextAccess: ({ name: { lexeme } }) => ofPath(lexeme.toLowerCase()),
    visitIndexAccess({ expr, index }) {
      const inner = expr.accept(visitor).path;
      const key = literalOf(index, visitor);
      return inner === undefined || key === undefined
        ? { truth: unknown('a part of the event', false) }
        : ofPath(`${inner}.${key.toLowerCase()}`);
    },
    visitFunctionCall({ functionName, args }) {
      const called = functionName.lexeme.toLowerCase();
      if (called === 'always' || called === 'success') return { truth: certain };
      const [one, other] = args.map((arg) => arg.accept(visitor));
      if (called === 'startswith' && one && other) return { truth: startsWith(one, other) };
      return { truth: unknown(`${functionName.lexeme}(${one?.path ?? '…'})`, false) };
    },
  };
  return visitor;
}

function literalOf(index: Expr, visitor: Visitor): string | undefined {
  try {
    const { value } = index.accept(visitor);
    return value && 'exact' in value ? value.exact : undefined;
  } catch {
    // The parser's own node for `*` can not be visited.
    return undefined;
  }
}

function same(one: Reading, other: Reading): Truth {
  const [a, b] = [one.value, other.value];
  if (!a || !b) return unknown(name(one, other), false);
  if ('exact' in a && 'exact' in b) return known(a.exact.toLowerCase() === b.exact.toLowerCase());
  const [open, text] = 'exact' in a ? [b, a.exact] : [a, 'exact' in b ? b.exact : undefined];
  if (!('prefix' in open) || text === undefined) return unknown(name(one, other), false);
  const isPossible = text.startsWith(open.prefix) && text !== open.except;
  return isPossible ? unknown(name(one, other), true) : known(false);
}

function startsWith(one: Reading, other: Reading): Truth {
  const [a, b] = [one.value, other.value];
  if (!a || !b || !('exact' in b)) return unknown(name(one, other), false);
  const begin = b.exact.toLowerCase();
  if ('exact' in a) return known(a.exact.toLowerCase().startsWith(begin));
  if (a.prefix.startsWith(begin)) return certain;
  return begin.startsWith(a.prefix) ? unknown(name(one, other), true) : known(false);
}

function name(...readings: readonly Reading[]): string {
  return readings.flatMap(({ path }) => path ?? []).join(', ') || 'a value of the run';
}

function contextValue(path: string, scenario: GithubScenario, defaultBranch: string): Value {
  const { event, ref, fromFork, byDependabot } = scenario;
  // A called workflow sees the event of its caller.
  if (event === 'workflow_call')
    return path === 'github.event.repository.default_branch' ? { exact: defaultBranch } : undefined;
  switch (path) {
    case 'github.event_name':
      return { exact: event };
    case 'github.event.repository.default_branch':
      return { exact: defaultBranch };
    case 'github.ref':
      if (ref === 'default') return { exact: `refs/heads/${defaultBranch}` };
      if (ref === 'branch') return branchOf(event, 'refs/heads/', defaultBranch);
      return { prefix: ref === 'tag' ? 'refs/tags/' : 'refs/pull/' };
    case 'github.ref_name':
      if (ref === 'default') return { exact: defaultBranch };
      return ref === 'branch' ? branchOf(event, '', defaultBranch) : { prefix: '' };
    case 'github.ref_type':
      return { exact: ref === 'tag' ? 'tag' : 'branch' };
    case 'github.event.pull_request.head.repo.fork':
      return fromFork === undefined ? undefined : { exact: String(fromFork) };
    case 'github.actor':
    case 'github.triggering_actor':
    case 'github.event.pull_request.user.login':
      return byDependabot ? { exact: 'dependabot[bot]' } : undefined;
    default:
      return undefined;
  }
}

/** A push to another branch is none to the default branch; by hand any branch can be chosen. */
function branchOf(event: string, prefix: string, defaultBranch: string): Value {
  return event === 'push' ? { prefix, except: `${prefix}${defaultBranch}` } : { prefix };
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
