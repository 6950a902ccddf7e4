import { readPolicy } from '../../../resources/iam/policy.ts';
import type { Resource } from '../../../resources/resource.ts';
import { TerraformConfiguration } from '../../../resources/terraform/configuration.ts';
import { member, symbolicText } from '../../../resources/value.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { awsGrants, type FindIssuer } from './aws-grants.ts';
import type { Grant } from './grant.ts';
import { issuerIn } from './issuer.ts';

const provider = 'aws_iam_openid_connect_provider';
const types: ReadonlySet<string> = new Set(['aws_iam_role', provider, `data.${provider}`]);

/** Words without one of which a configuration trusts no job. */
const mentions = /AssumeRoleWithWebIdentity|oidc|openid|federated|workload_identity|jwt_auth/i;

/** The grants that Terraform's configuration gives. */
export function terraformGrants(files: RepositoryFiles): readonly Grant[] {
  const sources = [...files.paths()]
    .filter((path) => /\.(?:tf|tofu|tfvars)$/.test(path))
    .flatMap((path) => files.read(path) ?? []);
  if (!sources.some(({ text }) => mentions.test(text))) return [];
  const configuration = new TerraformConfiguration(sources, (path) => files.read(path));
  const resources = [...configuration.resources(types)];
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const findIssuer: FindIssuer = (value) => {
    if (value.kind !== 'reference') return undefined;
    const resource = byAddress.get(value.address);
    return resource && issuerIn(symbolicText(member(resource.attributes, 'url')) ?? '');
  };
  return resources.flatMap((resource) => grantsOf(resource, findIssuer));
}

function grantsOf({ type, address, attributes }: Resource, findIssuer: FindIssuer): readonly Grant[] {
  const trust = type === 'aws_iam_role' ? member(attributes, 'assume_role_policy') : undefined;
  const policy = trust && readPolicy(trust);
  return policy ? awsGrants(address, policy, findIssuer) : [];
}
