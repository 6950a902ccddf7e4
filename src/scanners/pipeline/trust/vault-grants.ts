import { allOf, anyOf, decided, undecided, type Decision } from '../../../resources/decision.ts';
import { matchesWildcard } from '../../../resources/iam/wildcard.ts';
import { isOpen, itemsOf, member, symbolicText, textOf, type Value } from '../../../resources/value.ts';
import type { Grant, NamedText } from './grant.ts';
import { githubHost, issuerIn, issuerOfSubject, type Issuer } from './issuer.ts';
import { claimValues, type Token } from './token.ts';

/**
 * The way in that a role of Vault's JWT method gives (Vault documentation, "JWT/OIDC auth method (API)", create role):
 * `bound_subject`, `bound_claims` compared as texts or, with `bound_claims_type: glob`, with `*` for any text.
 * @param backends addresses of issuers that the methods trust, by their paths
 */
export function vaultGrant(
  role: string,
  attributes: Value,
  at: Grant['at'],
  backends: ReadonlyMap<string, Issuer>,
): Grant | undefined {
  const claims = member(attributes, 'bound_claims');
  const subject = member(attributes, 'bound_subject');
  const bound: Bound[] =
    claims?.kind === 'map'
      ? [...claims.entries].map(([claim, value]) => ({ claim: claim.replace(/^\//, ''), values: splitList(value) }))
      : [];
  const globs = textOf(member(attributes, 'bound_claims_type')) === 'glob';
  const subjects: Bound[] = subject && symbolicText(subject) !== '' ? [{ claim: 'sub', values: [subject] }] : [];
  const audiences = itemsOf(member(attributes, 'bound_audiences')).flatMap((value) => namedText('aud', value));
  const names = [...bound, ...subjects].flatMap(({ claim, values }) =>
    values.flatMap((value) => namedText(claim, value)),
  );
  const issuer = issuerOf(names, audiences, attributes, backends);
  if (!issuer || textOf(member(attributes, 'role_type')) === 'oidc') return undefined;
  return {
    provider: 'vault',
    role,
    issuer,
    at,
    names: names.filter(({ claim }) => claim !== 'aud'),
    audiences,
    ...(globs && bound.length > 0 && { globs }),
    admits: (token) =>
      allOf([
        ...(claims && isOpen(claims) ? [undecided(claims.kind === 'unknown' ? claims.why : 'the bound claims')] : []),
        ...bound.map((one) => holds(one, token, globs)),
        ...subjects.map((one) => holds(one, token, false)),
      ]),
  };
}

interface Bound {
  readonly claim: string;
  readonly values: readonly Value[];
}

/** Terraform's provider takes several values as one text with commas. */
function splitList(value: Value): readonly Value[] {
  const text = textOf(value);
  if (text?.includes(',') !== true) return itemsOf(value);
  return text.split(',').map((part) => ({ kind: 'scalar', value: part.trim(), at: value.at }));
}

function namedText(claim: string, value: Value): readonly NamedText[] {
  const text = symbolicText(value);
  return text === undefined ? [] : [{ claim, text, at: value.at }];
}

function issuerOf(
  names: readonly NamedText[],
  audiences: readonly NamedText[],
  attributes: Value,
  backends: ReadonlyMap<string, Issuer>,
): Issuer | undefined {
  const backend = backends.get(symbolicText(member(attributes, 'backend')) ?? '');
  if (backend) return backend;
  for (const { claim = '', text } of names) {
    if (/^(?:project_path|project_id|namespace_path|namespace_id|pipeline_source|ref_protected)$/.test(claim)) {
      return {
        platform: 'gitlab',
        host: audiences.map((audience) => issuerIn(audience.text)?.host).find(Boolean) ?? 'gitlab.com',
      };
    }
    if (/^(?:repository|repository_owner|job_workflow_ref|repository_id)$/.test(claim))
      return { platform: 'github', host: githubHost };
    const issuer = claim === 'sub' ? issuerOfSubject(text) : claim === 'iss' ? issuerIn(text) : undefined;
    if (issuer) return issuer;
  }
  return audiences.map(({ text }) => issuerIn(text)).find((issuer) => issuer !== undefined);
}

function holds({ claim, values }: Bound, token: Token, globs: boolean): Decision {
  const present = claimValues(token, claim);
  if (present === undefined) return undecided(`the claim ${claim}`);
  return anyOf(
    values.map((value) => {
      if (isOpen(value)) return undecided(value.kind === 'unknown' ? value.why : `the bound claim ${claim}`);
      const pattern = symbolicText(value) ?? '';
      return decided(present.some((text) => (globs ? matchesWildcard(pattern, text, false) : pattern === text)));
    }),
  );
}
