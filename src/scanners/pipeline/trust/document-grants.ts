import { templateResources } from '../../../resources/cloudformation/template.ts';
import { readPolicy } from '../../../resources/iam/policy.ts';
import { readData } from '../../../resources/json-value.ts';
import { itemsOf, member, symbolicText, textOf, type Value } from '../../../resources/value.ts';
import type { SourceText } from '../../../lib/text/source-text.ts';
import { awsGrants, type FindIssuer } from './aws-grants.ts';
import { azureGrant } from './azure-grants.ts';
import type { Grant } from './grant.ts';
import { issuerIn } from './issuer.ts';
import { vaultGrant } from './vault-grants.ts';

const templateTypes: ReadonlySet<string> = new Set(['AWS::IAM::Role', 'AWS::IAM::OIDCProvider']);

/** Words without one of which a JSON or YAML file trusts no job. */
const mentions =
  /AssumeRoleWithWebIdentity|token\.actions\.githubusercontent\.com|project_path:|bound_(?:claims|audiences|subject)/;

/** Whether a file may be a trust policy or have one in it, by its words. */
export function mayTrust(text: string): boolean {
  return mentions.test(text);
}

/**
 * The grants of files that are no Terraform: templates of CloudFormation, policies of AWS and federated credentials of
 * Azure as their command lines take them, roles of Vault.
 */
export function documentGrants(source: SourceText): readonly Grant[] {
  if (!mayTrust(source.text)) return [];
  const roles = templateResources(source, templateTypes);
  if (roles.length > 0) return templateGrants(roles);
  if (!source.uri.endsWith('.json')) return [];
  const document = readData(source);
  return document ? itemsOf(document).flatMap((item) => valueGrants(item, source)) : [];
}

function templateGrants(resources: ReturnType<typeof templateResources>): readonly Grant[] {
  const issuers = new Map(
    resources.flatMap(({ type, address, attributes }) => {
      const url = type === 'AWS::IAM::OIDCProvider' ? symbolicText(member(attributes, 'Url')) : undefined;
      const issuer = url === undefined ? undefined : issuerIn(url);
      return issuer ? [[address.slice(type.length + 1), issuer] as const] : [];
    }),
  );
  const findIssuer: FindIssuer = (value) => (value.kind === 'reference' ? issuers.get(value.address) : undefined);
  return resources.flatMap(({ type, address, attributes }) => {
    const trust = type === 'AWS::IAM::Role' ? member(attributes, 'AssumeRolePolicyDocument') : undefined;
    const policy = trust && readPolicy(trust);
    return policy ? awsGrants(address, policy, findIssuer) : [];
  });
}

/** A policy has statements, a credential has an issuer and a subject, a role of Vault binds claims. */
function valueGrants(value: Value, { uri }: SourceText): readonly Grant[] {
  if (value.kind !== 'map') return [];
  const named = textOf(member(value, 'RoleName')) ?? textOf(member(value, 'name')) ?? uri;
  const policy = readPolicy(member(value, 'AssumeRolePolicyDocument') ?? value);
  if (policy) return awsGrants(named, policy, () => undefined);
  const at = [...value.entries.values()][0]?.at ?? value.at;
  if (member(value, 'issuer')) return listOf(azureGrant(named, value, at));
  const isVault = ['bound_claims', 'bound_subject', 'bound_audiences'].some((key) => member(value, key));
  return isVault ? listOf(vaultGrant(named, value, at, new Map())) : [];
}

function listOf(grant: Grant | undefined): readonly Grant[] {
  return grant ? [grant] : [];
}
