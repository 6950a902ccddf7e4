import { allOf, decided, undecided, yes, type Decision } from '../../../resources/decision.ts';
import type { Resource } from '../../../resources/resource.ts';
import { itemsOf, member, symbolicText, type Value } from '../../../resources/value.ts';
import { celHolds, literalsIn, readCel, type CelExpression } from './cel-expression.ts';
import type { Grant, NamedText } from './grant.ts';
import { issuerIn, type Issuer } from './issuer.ts';
import type { Token } from './token.ts';

/** A provider of a workload identity pool. */
interface Provider {
  readonly resource: Resource;
  readonly issuer: Issuer;
  readonly condition: CelExpression | undefined;
  readonly mapping: ReadonlyMap<string, CelExpression | undefined>;
  /** What `google.subject` and `attribute.*` are made of, by their names. */
  readonly claims: ReadonlyMap<string, string>;
  readonly names: readonly NamedText[];
  readonly isOpen: boolean;
  readonly hasCondition: boolean;
}

export const gcpProvider = 'google_iam_workload_identity_pool_provider';

/** Resources that give somebody a role: of a service account, or of a project directly. */
export const gcpBindings: readonly string[] = [
  'google_service_account',
  'google_project',
  'google_storage_bucket',
  'google_artifact_registry_repository',
  'google_secret_manager_secret',
].flatMap((kind) => [`${kind}_iam_member`, `${kind}_iam_binding`]);

/** The ways in that providers of pools and bindings give together; a provider without a binding stands alone. */
export function gcpGrants(resources: readonly Resource[]): readonly Grant[] {
  const providers = resources
    .filter(({ type }) => type === gcpProvider)
    .flatMap((resource) => readProvider(resource) ?? []);
  const bindings = resources.filter(({ type }) => gcpBindings.includes(type));
  return providers.flatMap((provider) => {
    const grants = bindings.flatMap((binding) =>
      membersOf(binding).flatMap((member) => toGrant(provider, binding, member) ?? []),
    );
    return grants.length > 0 ? grants : [providerGrant(provider)];
  });
}

function readProvider(resource: Resource): Provider | undefined {
  const { attributes } = resource;
  const [oidc] = itemsOf(member(attributes, 'oidc'));
  const issuer = issuerIn(symbolicText(member(oidc, 'issuer_uri')) ?? '');
  if (!issuer) return undefined;
  const written = member(attributes, 'attribute_condition');
  const condition = symbolicText(written);
  const mapping = member(attributes, 'attribute_mapping');
  const expressions =
    mapping?.kind === 'map'
      ? [...mapping.entries].map(([name, value]) => [name, symbolicText(value) ?? ''] as const)
      : [];
  return {
    resource,
    issuer,
    hasCondition: condition !== undefined,
    isOpen: condition?.includes('${') ?? false,
    condition: condition === undefined ? undefined : readCel(condition),
    mapping: new Map(expressions.map(([name, text]) => [name, readCel(text)])),
    claims: new Map(
      expressions.flatMap(
        ([name, text]) =>
          /^assertion\.(\w+)$/
            .exec(text.trim())
            ?.slice(1)
            .map((claim) => [name, claim] as const) ?? [],
      ),
    ),
    names: written ? literalsIn(condition ?? '').map((literal) => ({ ...literal, at: written.at })) : [],
  };
}

/** What the provider makes of a token: `google.subject` and `attribute.*`. */
function attributesOf({ mapping }: Provider, token: Token): ReadonlyMap<string, unknown> {
  return new Map(
    [...mapping].flatMap(([name, expression]) => {
      const result = expression?.evaluate(token);
      return typeof result === 'object' ? [[name, result.value] as const] : [];
    }),
  );
}

function accepts(provider: Provider, token: Token, mapped: ReadonlyMap<string, unknown>): Decision {
  if (!provider.hasCondition) return yes;
  if (provider.isOpen && !provider.condition)
    return undecided(`the attribute condition of ${provider.resource.address}`);
  const attribute = Object.fromEntries(
    [...mapped].flatMap(([name, value]) =>
      name.startsWith('attribute.') ? [[name.slice('attribute.'.length), value]] : [],
    ),
  );
  return celHolds(provider.condition, token, { attribute, google: { subject: mapped.get('google.subject') } });
}

function providerGrant(provider: Provider): Grant {
  const { resource, issuer, names } = provider;
  return {
    provider: 'gcp',
    role: resource.address,
    issuer,
    at: resource.at,
    names,
    audiences: [],
    isHalf: true,
    admits: (token) => accepts(provider, token, attributesOf(provider, token)),
  };
}

function membersOf({ attributes }: Resource): readonly Value[] {
  return [...itemsOf(member(attributes, 'member')), ...itemsOf(member(attributes, 'members'))];
}

/**
 * `principalSet://…/workloadIdentityPools/POOL/attribute.NAME/VALUE`, `…/*`, `principal://…/subject/SUBJECT`. Undefined for
 * other members, and for those of another pool.
 */
function toGrant(provider: Provider, binding: Resource, value: Value): Grant | undefined {
  const text = symbolicText(value) ?? '';
  const [, whole, attribute, wanted = ''] =
    /^principal(?:Set)?:\/\/.*?\/(?:(\*)|(subject|group|attribute\.\w+)\/(.*))$/s.exec(text) ?? [];
  if ((whole === undefined && attribute === undefined) || isOtherPool(provider, text)) return undefined;
  const name = attribute === 'subject' ? 'google.subject' : (attribute ?? '');
  const claim = provider.claims.get(name);
  const own: readonly NamedText[] =
    whole === undefined ? [{ ...(claim !== undefined && { claim }), text: wanted, at: value.at }] : [];
  return {
    provider: 'gcp',
    role: binding.address,
    issuer: provider.issuer,
    at: value.at,
    names: [...own, ...provider.names],
    audiences: [],
    admits(token) {
      const mapped = attributesOf(provider, token);
      const isMember =
        whole !== undefined
          ? yes
          : attribute === 'group'
            ? undecided('who is in the group')
            : decided(mapped.get(name) === wanted);
      return allOf([accepts(provider, token, mapped), isMember]);
    },
  };
}

/** Whether both name their pools as texts, and not the same one. */
function isOtherPool({ resource }: Provider, text: string): boolean {
  const pool = symbolicText(member(resource.attributes, 'workload_identity_pool_id')) ?? '';
  const named = /\/workloadIdentityPools\/([^/$]+)\//.exec(text)?.[1];
  if (named !== undefined) return !pool.includes('${') && named !== pool;
  const address = /google_iam_workload_identity_pool\.[\w-]+/;
  const [own, other] = [address.exec(pool)?.[0], address.exec(text)?.[0]];
  return own !== undefined && other !== undefined && own !== other;
}
