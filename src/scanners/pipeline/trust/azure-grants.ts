import { allOf, decided, undecided, type Decision } from '../../../resources/decision.ts';
import { matchesWildcard } from '../../../resources/iam/wildcard.ts';
import { isOpen, itemsOf, member, symbolicText, type Value } from '../../../resources/value.ts';
import type { Grant, NamedText } from './grant.ts';
import { issuerIn } from './issuer.ts';
import { claimValues, type Token } from './token.ts';

/** Resources of Terraform that are federated credentials, by the name of what they say. */
export const azureCredentials: readonly string[] = [
  'azurerm_federated_identity_credential',
  'azuread_application_federated_identity_credential',
  'azuread_application_flexible_federated_identity_credential',
];

/**
 * The way in that a federated credential gives (Microsoft Entra, "Workload identity federation", "Flexible federated
 * identity credentials"): one subject, or an expression over claims.
 */
export function azureGrant(role: string, credential: Value, at: Grant['at']): Grant | undefined {
  const issuer = issuerIn(symbolicText(member(credential, 'issuer')) ?? '');
  if (!issuer) return undefined;
  const subject = member(credential, 'subject');
  const expression =
    member(credential, 'claims_matching_expression') ?? member(member(credential, 'claimsMatchingExpression'), 'value');
  const comparisons = expression
    ? readExpression(expression)
    : subject
      ? [{ claim: 'sub', wanted: subject, isPattern: false }]
      : [];
  const audiences = itemsOf(member(credential, 'audiences') ?? member(credential, 'audience'));
  return {
    provider: 'azure',
    role,
    issuer,
    at,
    names: comparisons.flatMap(({ claim, wanted }) => namedText(claim, wanted)),
    audiences: audiences.flatMap((audience) => namedText('aud', audience)),
    admits(token) {
      if (comparisons.length === 0) return undecided(`the subject of ${role}`);
      return allOf(comparisons.map((comparison) => holds(comparison, token)));
    },
  };
}

interface Comparison {
  readonly claim: string;
  readonly wanted: Value;
  readonly isPattern: boolean;
}

/** `claims['sub'] matches 'repo:o/r:*' and claims['job_workflow_ref'] eq '…'`. */
function readExpression(expression: Value): readonly Comparison[] {
  const text = symbolicText(expression) ?? '';
  return [...text.matchAll(/claims\['([^']{1,100})'\]\s+(eq|matches)\s+'([^']{0,1000})'/g)].map(
    ([, claim = '', operator, value = '']) => ({
      claim,
      wanted: { kind: 'scalar', value, at: expression.at },
      isPattern: operator === 'matches',
    }),
  );
}

function namedText(claim: string, value: Value): readonly NamedText[] {
  const text = symbolicText(value);
  return text === undefined ? [] : [{ claim, text, at: value.at }];
}

function holds({ claim, wanted, isPattern }: Comparison, token: Token): Decision {
  if (isOpen(wanted)) return undecided(wanted.kind === 'unknown' ? wanted.why : `the claim ${claim}`);
  const values = claimValues(token, claim);
  if (values === undefined) return undecided(`the claim ${claim}`);
  const text = symbolicText(wanted) ?? '';
  return decided(values.some((value) => (isPattern ? matchesWildcard(text, value) : text === value)));
}
