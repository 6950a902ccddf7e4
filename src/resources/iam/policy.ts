import type { TextRange } from '../../lib/text/source-text.ts';
import { readDataText } from '../json-value.ts';
import { matchesWildcard } from './wildcard.ts';
import { isOpen, itemsOf, member, symbolicText, textOf, type Open, type Value } from '../value.ts';

/** A policy of AWS (IAM User Guide, "IAM JSON policy elements reference"), wherever it is written. */
export interface Policy {
  readonly statements: readonly Statement[];
  /** Statements that are not known. */
  readonly open: readonly Open[];
}

export interface Statement {
  readonly effect: 'allow' | 'deny';
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly actions: readonly Value[];
  readonly notActions: readonly Value[];
  readonly resources: readonly Value[];
  readonly notResources: readonly Value[];
  readonly conditions: readonly Condition[];
  /** Conditions that are not known. */
  readonly open: readonly Open[];
  readonly at: TextRange;
}

export interface Principal {
  /** `AWS`, `Service`, `Federated`; `*` for anybody. */
  readonly type: string;
  readonly value: Value;
}

export interface Condition {
  /** `StringLike`, `ForAnyValue:StringEquals`. */
  readonly operator: string;
  /** `token.actions.githubusercontent.com:sub`; open parts by their names. */
  readonly key: string;
  readonly values: readonly Value[];
  readonly at: TextRange;
}

/** Reads a policy from its value or its JSON; undefined when it is none. */
export function readPolicy(value: Value): Policy | undefined {
  const document = value.kind === 'map' ? value : readDataText(value);
  const written = member(document, 'Statement');
  if (!written) return undefined;
  const items = itemsOf(written);
  return { statements: items.flatMap((item) => readStatement(item) ?? []), open: items.filter(isOpen) };
}

function readStatement(value: Value): Statement | undefined {
  if (value.kind !== 'map') return undefined;
  const list = (key: string): readonly Value[] => itemsOf(member(value, key));
  const condition = member(value, 'Condition');
  return {
    effect: textOf(member(value, 'Effect'))?.toLowerCase() === 'deny' ? 'deny' : 'allow',
    principals: readPrincipals(member(value, 'Principal')),
    notPrincipals: readPrincipals(member(value, 'NotPrincipal')),
    actions: list('Action'),
    notActions: list('NotAction'),
    resources: list('Resource'),
    notResources: list('NotResource'),
    ...readConditions(condition),
    at: value.at,
  };
}

function readPrincipals(value: Value | undefined): readonly Principal[] {
  if (value === undefined) return [];
  if (value.kind !== 'map') return [{ type: textOf(value) === '*' ? '*' : '?', value }];
  return [...value.entries].flatMap(([type, items]) => itemsOf(items).map((item) => ({ type, value: item })));
}

function readConditions(value: Value | undefined): Pick<Statement, 'conditions' | 'open'> {
  if (value === undefined) return { conditions: [], open: [] };
  if (value.kind !== 'map') return { conditions: [], open: isOpen(value) ? [value] : [] };
  const open: Open[] = [];
  const conditions: Condition[] = [];
  for (const [operator, keys] of value.entries) {
    if (isOpen(keys)) open.push(keys);
    if (keys.kind !== 'map') continue;
    for (const [key, values] of keys.entries) {
      conditions.push({ operator, key, values: itemsOf(values), at: values.at });
    }
  }
  return { conditions, open };
}

/** Whether a statement is for an action: `sts:AssumeRoleWithWebIdentity`. Wildcards count, what is open may be it. */
export function coversAction({ actions, notActions }: Statement, action: string): boolean {
  const matches = (value: Value): boolean => {
    const pattern = symbolicText(value)?.toLowerCase();
    return pattern === undefined || isOpen(value) || matchesWildcard(pattern, action.toLowerCase());
  };
  return actions.length > 0 ? actions.some(matches) : notActions.length > 0 && !notActions.some(matches);
}
