import { conditionHolds, type KeyLookup } from '../../../resources/iam/condition.ts';
import { coversAction, type Condition, type Policy, type Statement } from '../../../resources/iam/policy.ts';
import { allOf, not, undecided, type Decision } from '../../../resources/decision.ts';
import { subjectOf, symbolicText, type Value } from '../../../resources/value.ts';
import type { Fault, Grant, NamedText } from './grant.ts';
import { githubHost, issuerIn, issuerOfSubject, type Issuer } from './issuer.ts';
import { claimValues, type Token } from './token.ts';

/**
 * Claims that AWS compares (IAM User Guide, "IAM and AWS STS condition context keys", keys for OIDC federation); a
 * condition on any other meets a key that is missing.
 */
const commonClaims = ['sub', 'aud', 'azp', 'amr'];
const githubClaims = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'workflow',
];

/** Whose ARN, given as a reference, is the ARN of a provider for which issuer; undefined when it is not known. */
export type FindIssuer = (provider: Value) => Issuer | undefined;

/** The ways into a role that its trust policy gives to bearers of identity tokens of jobs: one for each statement. */
export function awsGrants(role: string, policy: Policy, findIssuer: FindIssuer): readonly Grant[] {
  const statements = policy.statements.filter((statement) => coversAction(statement, 'sts:AssumeRoleWithWebIdentity'));
  const denials = statements.filter(({ effect }) => effect === 'deny');
  return statements.flatMap((statement) => {
    if (statement.effect === 'deny') return [];
    const issuer = issuerOf(statement, findIssuer);
    return issuer ? [toGrant(role, statement, denials, issuer)] : [];
  });
}

/** The provider tells, else the keys of the conditions, else what the subjects look like. */
function issuerOf({ principals, conditions }: Statement, findIssuer: FindIssuer): Issuer | undefined {
  const federated = principals.filter(({ type }) => type === 'Federated' || type === '*');
  for (const { value } of federated) {
    const issuer = issuerIn(symbolicText(value) ?? '') ?? findIssuer(value);
    if (issuer) return issuer;
  }
  if (federated.length === 0) return undefined;
  for (const { key } of conditions) {
    const issuer = issuerIn(key);
    if (issuer) return issuer;
  }
  const subjects = conditions.flatMap(({ values }) => values.map((value) => symbolicText(value) ?? ''));
  return subjects.map(issuerOfSubject).find((issuer) => issuer !== undefined);
}

function toGrant(role: string, statement: Statement, denials: readonly Statement[], issuer: Issuer): Grant {
  return {
    provider: 'aws',
    role,
    issuer,
    at: statement.at,
    names: statement.conditions.filter(({ key }) => claimOf(key) !== 'aud').flatMap(namedTexts),
    audiences: statement.conditions.filter(({ key }) => claimOf(key) === 'aud').flatMap(namedTexts),
    faults: statement.conditions.flatMap(emptySetFault),
    admits(token) {
      const denied = denials.map((denial) => not(holds(denial, token, issuer)));
      return allOf([holds(statement, token, issuer), ...denied]);
    },
  };
}

const emptySet = 'ForAllValues:';

/** A set of no values is a part of any. */
function emptySetFault({ operator, key, at }: Condition): readonly Fault[] {
  if (!operator.toLowerCase().startsWith(emptySet.toLowerCase())) return [];
  const message = `${operator} of ${key} also holds for tokens that do not have the claim`;
  const within = at.source.text.slice(at.start, at.end).indexOf(emptySet);
  if (within === -1) return [{ at, message }];
  const start = at.start + within;
  return [{ at, message, remove: { source: at.source, start, end: start + emptySet.length } }];
}

function claimOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1).toLowerCase();
}

function namedTexts({ key, values, at }: Condition): readonly NamedText[] {
  return values.flatMap((value) => {
    const text = symbolicText(value);
    return text === undefined ? [] : [{ claim: claimOf(key), text, at: value.at.start === at.start ? at : value.at }];
  });
}

function holds({ conditions, open }: Statement, token: Token, issuer: Issuer): Decision {
  const lookup: KeyLookup = (key) => valuesOfKey(key, token, issuer);
  return allOf([
    // Whoever asks for a token chooses its audience.
    ...conditions.filter(({ key }) => claimOf(key) !== 'aud').map((condition) => conditionHolds(condition, lookup)),
    ...open.map((value) => undecided(value.kind === 'unknown' ? value.why : `the value of ${subjectOf(value)}`)),
  ]);
}

/** What a key of a condition is in a request with the token. */
function valuesOfKey(key: string, token: Token, issuer: Issuer): readonly string[] | undefined {
  const claim = claimOf(key);
  const host = key.slice(0, key.lastIndexOf(':')).toLowerCase();
  if (!host.includes('.') && !host.includes('${')) return undefined;
  if (!host.includes('${') && host !== issuer.host && !(issuer.host === githubHost && host.startsWith(githubHost)))
    return [];
  const known = issuer.platform === 'github' ? [...commonClaims, ...githubClaims] : commonClaims;
  return known.includes(claim) ? claimValues(token, claim) : [];
}
