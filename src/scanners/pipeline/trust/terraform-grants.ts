import { readPolicy } from '../../../resources/iam/policy.ts';
import type { Resource } from '../../../resources/resource.ts';
import { TerraformConfiguration } from '../../../resources/terraform/configuration.ts';
import { member, symbolicText, textOf } from '../../../resources/value.ts';
import type { SourceText } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { awsGrants, type FindIssuer } from './aws-grants.ts';
import { azureCredentials, azureGrant } from './azure-grants.ts';
import { gcpBindings, gcpGrants, gcpProvider } from './gcp-grants.ts';
import type { Grant } from './grant.ts';
import { issuerIn, type Issuer } from './issuer.ts';
import { vaultGrant } from './vault-grants.ts';

const awsProvider = 'aws_iam_openid_connect_provider';
const vaultBackend = 'vault_jwt_auth_backend';
const vaultRole = 'vault_jwt_auth_backend_role';
const types: ReadonlySet<string> = new Set([
  'aws_iam_role',
  awsProvider,
  `data.${awsProvider}`,
  gcpProvider,
  ...gcpBindings,
  ...azureCredentials,
  vaultBackend,
  vaultRole,
]);

/** Words without one of which a configuration trusts no job. */
const mentions = /AssumeRoleWithWebIdentity|oidc|openid|federated|workload_identity|jwt_auth/i;

/** The configuration of a repository, when jobs may be trusted in it. */
export function readTerraform(files: RepositoryFiles): TerraformConfiguration | undefined {
  const sources = [...files.paths()]
    .filter((path) => /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(path))
    .flatMap((path) => files.read(path) ?? []);
  const isTrusting = sources.some(({ text }) => mentions.test(text));
  return isTrusting ? new TerraformConfiguration(sources, (path) => files.read(path)) : undefined;
}

/** Whether a file may trust jobs, by its words. */
export function mayTrustJobs({ text }: SourceText): boolean {
  return mentions.test(text);
}

/** The grants that Terraform's configuration gives. */
export function terraformGrants(configuration: TerraformConfiguration): readonly Grant[] {
  const resources = [...configuration.resources(types)];
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const findIssuer: FindIssuer = (value) => {
    if (value.kind !== 'reference') return undefined;
    const resource = byAddress.get(value.address);
    return resource && issuerIn(symbolicText(member(resource.attributes, 'url')) ?? '');
  };
  const backends = vaultBackends(resources);
  return [...resources.flatMap((resource) => grantsOf(resource, findIssuer, backends)), ...gcpGrants(resources)];
}

function grantsOf(
  { type, address, attributes, at }: Resource,
  findIssuer: FindIssuer,
  backends: ReadonlyMap<string, Issuer>,
): readonly Grant[] {
  if (type === 'aws_iam_role') {
    const trust = member(attributes, 'assume_role_policy');
    const policy = trust && readPolicy(trust);
    return policy ? awsGrants(address, policy, findIssuer) : [];
  }
  if (azureCredentials.includes(type)) return listOf(azureGrant(address, attributes, at));
  return type === vaultRole ? listOf(vaultGrant(address, attributes, at, backends)) : [];
}

function listOf(grant: Grant | undefined): readonly Grant[] {
  return grant ? [grant] : [];
}

/** The issuers of Vault's JWT methods, by path and by the reference to it. */
function vaultBackends(resources: readonly Resource[]): ReadonlyMap<string, Issuer> {
  return new Map(
    resources.flatMap(({ type, address, attributes }) => {
      if (type !== vaultBackend) return [];
      const url = ['bound_issuer', 'oidc_discovery_url', 'jwks_url'].map(
        (name) => symbolicText(member(attributes, name)) ?? '',
      );
      const issuer = url.map(issuerIn).find((found) => found !== undefined);
      if (!issuer) return [];
      return [textOf(member(attributes, 'path')) ?? 'jwt', `\${${address}.path}`].map(
        (path) => [path, issuer] as const,
      );
    }),
  );
}
