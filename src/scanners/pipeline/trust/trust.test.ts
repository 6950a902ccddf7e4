import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { judgeGrant } from './judge-grant.ts';
import { readTrust } from './read-trust.ts';

/** `role: from whom` of every grant, `?` where it is not known. */
function judge(files: Readonly<Record<string, string>>): readonly string[] {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, new SourceText(path, text)]));
  const { grants } = readTrust({ read: (path) => sources.get(path), paths: () => sources.keys() });
  return grants.map((grant) => {
    const { admitted, why } = judgeGrant(grant);
    return `${grant.role}: ${admitted.map(({ from }) => from).join(', ') || (why.length > 0 ? `? ${why.join(', ')}` : 'nobody else')}`;
  });
}

/** A statement of Terraform's policy document; conditions as `test key value…`. */
const statement = (principal: string, ...conditions: readonly string[]): string => `  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [${principal}]
    }
${conditions
  .map((condition) => {
    const [name, key, ...values] = condition.split(' ');
    return `    condition {\n test = "${name}"\n variable = "${key}"\n values = [${values.map((v) => (v.startsWith('var.') ? v : `"${v}"`)).join(',')}]\n }\n`;
  })
  .join('')}  }
`;
const document = (...statements: readonly string[]): string =>
  `data "aws_iam_policy_document" "t" {\n${statements.join('')}}\nresource "aws_iam_role" "r" {\n assume_role_policy = data.aws_iam_policy_document.t.json\n}\n`;
const host = 'token.actions.githubusercontent.com';
const arn = `"arn:aws:iam::1:oidc-provider/${host}"`;
const role = (...conditions: readonly string[]): readonly string[] =>
  judge({ 'a.tf': document(statement(arn, ...conditions)) });

describe('AWS and GitHub', () => {
  test.each<[string, readonly string[], string]>([
    ['nothing', [], 'any repository on GitHub'],
    ['audience alone', [`StringEquals ${host}:aud sts.amazonaws.com`], 'any repository on GitHub'],
    ['any repository', [`StringLike ${host}:sub repo:*`], 'any repository on GitHub'],
    ['any with a main', [`StringLike ${host}:sub repo:*:ref:refs/heads/main`], 'any repository on GitHub'],
    ['any with an environment', [`StringLike ${host}:sub *:environment:prod`], 'any repository on GitHub'],
    ['owner as prefix', [`StringLike ${host}:sub repo:octo*`], 'any repository on GitHub'],
    ['owner as suffix', [`StringLike ${host}:sub repo:*octo/app:*`], 'any repository on GitHub'],
    ['owner', [`StringLike ${host}:sub repo:octo/*`], 'any repository of `octo`'],
    ['owner, one environment', [`StringLike ${host}:sub repo:octo/*:environment:prod`], 'any repository of `octo`'],
    ['name as prefix', [`StringLike ${host}:sub repo:octo/app*`], 'any repository of `octo`'],
    [
      'any ref',
      [`StringLike ${host}:sub repo:octo/app:*`],
      'any branch of `octo/app`, a pull request of `octo/app`, any tag',
    ],
    ['any branch', [`StringLike ${host}:sub repo:octo/app:ref:refs/heads/*`], 'any branch of `octo/app`'],
    ['any tag', [`StringLike ${host}:sub repo:octo/app:ref:refs/tags/*`], 'any tag of `octo/app`'],
    ['requests', [`StringEquals ${host}:sub repo:octo/app:pull_request`], 'a pull request of `octo/app`'],
    ['main', [`StringEquals ${host}:sub repo:octo/app:ref:refs/heads/main`], 'nobody else'],
    ['environment', [`StringEquals ${host}:sub repo:octo/app:environment:prod`], 'nobody else'],
    ['wildcard that is none', [`StringEquals ${host}:sub repo:octo/*`], 'nobody else'],
    ['releases', [`StringLike ${host}:sub repo:octo/app:ref:refs/heads/release/*`], 'nobody else'],
    [
      'one of two subjects',
      [`StringLike ${host}:sub repo:octo/app:ref:refs/heads/main repo:octo/*`],
      'any repository of `octo`',
    ],
    [
      'both must hold',
      [
        `StringLike ${host}:sub repo:*`,
        `StringEquals ${host}:repository octo/app`,
        `StringEquals ${host}:ref refs/heads/main`,
      ],
      'nobody else',
    ],
    ['repository without ref', [`StringEquals ${host}:repository octo/app`], 'any branch of `octo/app`'],
    [
      'a claim that AWS does not know',
      [`ForAllValues:StringEquals ${host}:repository_owner octo`],
      'any repository on GitHub',
    ],
    ['if exists', [`StringEqualsIfExists ${host}:repository_owner octo`], 'any repository on GitHub'],
    ['not the one', [`StringNotEquals ${host}:sub repo:octo/app:ref:refs/heads/main`], 'any repository on GitHub'],
    [
      'ids',
      [`StringEquals ${host}:repository_id 42`, `StringLike ${host}:sub repo:octo/app:ref:refs/heads/*`],
      'any branch of `octo/app`',
    ],
    ['actor', [`StringEquals ${host}:actor me`], `? the value of ${host}:actor`],
    ['case', [`StringLike ${host.toUpperCase()}:SUB repo:octo/*`], 'any repository of `octo`'],
  ])('%s', (_, conditions, expected) => {
    const [result = ''] = role(...conditions);
    expect(result.slice('aws_iam_role.r: '.length)).toMatch(new RegExp(`^${expected.replaceAll(/[*?]/g, '\\$&')}`));
  });

  test('each statement is a way in of its own', () => {
    const text = document(
      statement(arn, `StringEquals ${host}:sub repo:octo/app:ref:refs/heads/main`),
      statement(arn, `StringEquals ${host}:aud sts.amazonaws.com`),
      statement('"arn:aws:iam::1:oidc-provider/example.org"'),
    );
    expect(judge({ 'a.tf': text })).toMatchObject(
      [/nobody else/, /any repository on GitHub/].map((e) => expect.stringMatching(e)),
    );
  });

  test('a denial closes what another statement opens', () => {
    const deny = statement(arn, `StringNotLike ${host}:sub repo:octo/app:ref:refs/heads/main`).replace(
      'actions',
      'effect = "Deny"\nactions',
    );
    expect(judge({ 'a.tf': document(statement(arn), deny) })).toEqual(['aws_iam_role.r: nobody else']);
  });

  test('names in variables are names, subjects in variables are not known', () => {
    const variables = 'variable "org" {}\nvariable "subjects" {}\n';
    const of = (...conditions: readonly string[]) =>
      judge({ 'a.tf': variables + document(statement(arn, ...conditions)) });
    expect(of(`StringLike ${host}:sub repo:\${var.org}/app:ref:refs/heads/main`)).toEqual([
      'aws_iam_role.r: nobody else',
    ]);
    expect(of(`StringLike ${host}:sub repo:\${var.org}/*`)).toEqual([
      expect.stringContaining('any repository of `${var.org}`'),
    ]);
    expect(of(`StringLike ${host}:sub repo:\${var.org}`)).toEqual(['aws_iam_role.r: ? var.org has no default']);
    expect(of(`StringLike ${host}:sub repo:\${var.org}*`)).toEqual([
      expect.stringContaining('r: any repository of `${var.org}`'),
    ]);
    expect(of(`StringLike ${host}:sub var.subjects`)).toEqual(['aws_iam_role.r: ? var.subjects has no default']);
  });

  test('the provider as a resource, the key of the condition made of its address, JSON in a heredoc', () => {
    const text = `
resource "aws_iam_openid_connect_provider" "github" {
  url = "https://${host}"
}
locals {
  issuer = replace(aws_iam_openid_connect_provider.github.url, "https://", "")
}
resource "aws_iam_role" "encoded" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = { StringLike = { "\${local.issuer}:sub" = "repo:octo/*" } }
    }]
  })
}
resource "aws_iam_role" "heredoc" {
  assume_role_policy = <<-EOT
    { "Statement": { "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": { "Federated": "\${aws_iam_openid_connect_provider.github.arn}" },
        "Condition": { "StringLike": { "${host}:sub": "repo:octo/app:*" } } } }
  EOT
}
`;
    expect(judge({ 'a.tf': text })).toEqual([
      expect.stringContaining('encoded: any repository of `octo`'),
      expect.stringContaining('heredoc: any branch of `octo/app`'),
    ]);
  });

  test('a role in a module, with what the call gives', () => {
    const files = {
      'main.tf': 'module "ci" {\n source = "./ci"\n subjects = ["repo:octo/*"]\n}\n',
      'ci/main.tf': `variable "subjects" {}\n${document(statement(arn, `StringLike ${host}:sub var.subjects`).replace('[var.subjects]', 'var.subjects'))}`,
    };
    expect(judge(files)).toEqual([expect.stringContaining('module.ci.aws_iam_role.r: any repository of `octo`')]);
  });
});

describe('AWS and GitLab', () => {
  const gitlab = (...conditions: readonly string[]): string =>
    judge({ 'a.tf': document(statement('"arn:aws:iam::1:oidc-provider/gitlab.example.org"', ...conditions)) })[0] ?? '';

  test.each<[string, string]>([
    ['project_path:*', 'any project of gitlab.example.org'],
    ['project_path:group/*:ref_type:branch:ref:main', 'any project of `group`'],
    ['project_path:group/sub/*', 'any project of `group/sub`'],
    ['project_path:group/project:*', 'any branch of `group/project`, a merge request of `group/project`, any tag'],
    ['project_path:group/project:ref_type:tag:ref:*', 'any tag of `group/project`'],
    ['project_path:group/project:ref_type:branch:ref:main', 'nobody else'],
  ])('%s', (subject, expected) => {
    expect(gitlab(`StringLike gitlab.example.org:sub ${subject}`)).toContain(`r: ${expected}`);
  });

  test('claims that AWS does not compare bind nobody', () => {
    expect(gitlab('ForAllValues:StringEquals gitlab.example.org:project_path group/project')).toContain(
      'any project of',
    );
    expect(gitlab('StringEquals gitlab.example.org:project_path group/project')).toContain('nobody else');
  });
});

test('CloudFormation', () => {
  const template = (subject: string): string => `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Org: { Type: String, Default: octo }
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties: { Url: 'https://${host}' }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref Provider }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringLike:
                ${host}:sub: !Sub '${subject}'
`;
  expect(judge({ 't.yml': template('repo:${Org}/*') })).toEqual([
    expect.stringContaining('AWS::IAM::Role.Role: any repository of `octo`'),
  ]);
  expect(judge({ 't.yml': template('repo:${Org}/app:ref:refs/heads/main') })).toEqual([
    'AWS::IAM::Role.Role: nobody else',
  ]);
});

describe('Google', () => {
  const pool = (condition: string, ...members: readonly string[]): string => `
resource "google_iam_workload_identity_pool" "p" {
  workload_identity_pool_id = "ci"
}
resource "google_iam_workload_identity_pool_provider" "g" {
  workload_identity_pool_id = google_iam_workload_identity_pool.p.workload_identity_pool_id
  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
    "attribute.main"       = "string(assertion.ref == 'refs/heads/main')"
  }
  ${condition === '' ? '' : `attribute_condition = ${JSON.stringify(condition)}`}
  oidc { issuer_uri = "https://${host}" }
}
${members.map((member, i) => `resource "google_service_account_iam_member" "m${i}" {\n role = "roles/iam.workloadIdentityUser"\n member = "${member}"\n}\n`).join('')}`;
  const set = 'principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.p.name}';

  test.each<[string, readonly string[], string]>([
    ['', [], 'any repository on GitHub'],
    ["assertion.repository_owner == 'octo'", [], 'any repository of `octo`'],
    ["assertion.repository.startsWith('octo')", [], 'any repository on GitHub'],
    ["assertion.repository.startsWith('octo/')", [], 'any repository of `octo`'],
    ["assertion.repository.matches('^octo/')", [], 'any repository of `octo`'],
    ["assertion.repository == 'octo/app' && assertion.ref == 'refs/heads/main'", [], 'nobody else'],
    ["assertion.repository in ['octo/app']", [], 'any branch of `octo/app`'],
    ["assertion.repository_owner_id == '42'", [], 'any repository of `repository_owner_id 42`'],
    ["assertion.sub == 'repo:octo/app:environment:prod'", [], 'nobody else'],
    ["attribute.repository == 'octo/app'", [], 'any branch of `octo/app`'],
    ["assertion.actor == 'me'", [], '? the attribute condition'],
    ['not ( an expression', [], '? the attribute condition'],
    ['', [`${set}/*`], 'any repository on GitHub'],
    ['', [`${set}/attribute.repository/octo/app`], 'any branch of `octo/app`'],
    ['', [`${set.replace('Set', '')}/subject/repo:octo/app:ref:refs/heads/main`], 'nobody else'],
    ["assertion.ref == 'refs/heads/main'", [`${set}/attribute.repository/octo/app`], 'nobody else'],
    ["assertion.repository_owner == 'octo'", [`${set}/*`], 'any repository of `octo`'],
    ['', [`${set}/group/g`], '? who is in the group'],
    ['', ['serviceAccount:a@b.iam.gserviceaccount.com'], 'any repository on GitHub'],
  ])('%s %j', (condition, members, expected) => {
    const [result = ''] = judge({ 'a.tf': pool(condition, ...members) });
    expect(result.slice(result.indexOf(': ') + 2)).toMatch(new RegExp(`^${expected.replaceAll('?', '\\?')}`));
  });
});

describe('Azure', () => {
  const credential = (type: string, body: string): readonly string[] =>
    judge({ 'a.tf': `resource "${type}" "c" {\n issuer = "https://${host}"\n ${body}\n}\n` });

  test.each<[string, string, string]>([
    ['azurerm_federated_identity_credential', 'subject = "repo:octo/app:ref:refs/heads/main"', 'nobody else'],
    ['azurerm_federated_identity_credential', 'subject = "repo:octo/app:pull_request"', 'a pull request of `octo/app`'],
    ['azuread_application_federated_identity_credential', 'subject = "repo:octo/*"', 'nobody else'],
    [
      'azuread_application_flexible_federated_identity_credential',
      `claims_matching_expression = "claims['sub'] matches 'repo:octo/app:*'"`,
      'any branch of `octo/app`',
    ],
    [
      'azuread_application_flexible_federated_identity_credential',
      `claims_matching_expression = "claims['sub'] matches 'repo:octo/*' and claims['job_workflow_ref'] eq 'octo/ci/.github/workflows/d.yml@refs/heads/main'"`,
      'nobody else',
    ],
  ])('%s %s', (type, body, expected) => {
    expect(credential(type, body)).toEqual([expect.stringContaining(`${type}.c: ${expected}`)]);
  });

  test('as the command line takes it', () => {
    const json = {
      name: 'ci',
      issuer: `https://${host}`,
      subject: 'repo:octo/app:pull_request',
      audiences: ['api://AzureADTokenExchange'],
    };
    expect(judge({ 'credential.json': JSON.stringify(json) })).toEqual(['ci: a pull request of `octo/app`']);
  });
});

describe('Vault', () => {
  const vault = (body: string): string =>
    judge({
      'a.tf': `resource "vault_jwt_auth_backend_role" "r" {\n role_type = "jwt"\n user_claim = "user_email"\n ${body}\n}\n`,
    })[0] ?? '';

  test.each<[string, string]>([
    ['bound_claims = { project_path = "group/project", ref = "main", ref_type = "branch" }', 'nobody else'],
    ['bound_claims = { project_path = "group/project", ref_protected = "true" }', 'nobody else'],
    ['bound_claims = { project_path = "group/project" }', 'any branch of `group/project`, a merge request of'],
    [
      'bound_claims_type = "glob"\n bound_claims = { project_path = "group/*", ref_protected = "true" }',
      'any project of `group`',
    ],
    ['bound_claims_type = "glob"\n bound_claims = { project_path = "*/project" }', 'any project of gitlab.com'],
    ['bound_claims = { project_path = "group/*" }', 'nobody else'],
    ['bound_claims = { ref_protected = "true" }', 'any project of gitlab.com'],
    ['bound_claims = { namespace_id = "12" }', 'any project of `namespace_id 12`'],
    ['bound_claims = { project_id = "34" }', 'any branch of `project_id 34`'],
    ['bound_claims = { project_id = "34", ref_protected = "true" }', 'nobody else'],
    ['bound_claims = { namespace_path = "group" }', 'any project of `group`'],
    ['bound_claims = { project_path = "a/b,c/d", ref = "main" }', 'nobody else'],
    ['bound_audiences = ["https://gitlab.com"]', 'any project of gitlab.com'],
    ['bound_subject = "project_path:group/project:ref_type:branch:ref:main"', 'nobody else'],
  ])('%s', (body, expected) => {
    expect(vault(body)).toContain(`: ${expected}`);
  });

  test('the issuer by the method', () => {
    const text = `
resource "vault_jwt_auth_backend" "gl" {
  path         = "gitlab"
  bound_issuer = "https://gitlab.example.org"
}
resource "vault_jwt_auth_backend_role" "r" {
  backend = vault_jwt_auth_backend.gl.path
  bound_audiences = ["vault"]
}`;
    expect(judge({ 'a.tf': text })).toEqual([expect.stringContaining('any project of gitlab.example.org')]);
  });

  test('as the command line takes it', () => {
    const json = { role_type: 'jwt', bound_claims: { project_path: 'group/project' }, user_claim: 'sub' };
    expect(judge({ 'vault/role.json': JSON.stringify(json) })).toEqual([
      expect.stringContaining('vault/role.json: any branch'),
    ]);
  });
});

test('subjects without a ref depend on what the project has chosen', () => {
  const text = document(
    statement('"arn:aws:iam::1:oidc-provider/gitlab.com"', 'StringEquals gitlab.com:sub project_path:group/project'),
  );
  const sources = new Map([['a.tf', new SourceText('a.tf', text)]]);
  const [grant] = readTrust({ read: (path) => sources.get(path), paths: () => sources.keys() }).grants;
  if (!grant) throw new Error('there is no grant');
  expect(judgeGrant(grant)).toEqual({
    admitted: [],
    why: [expect.stringContaining('ci_id_token_sub_claim_components')],
  });
  expect(judgeGrant(grant, ['project_path', 'ref_type', 'ref'])).toEqual({ admitted: [], why: [] });
  expect(judgeGrant(grant, ['project_path']).admitted.map(({ reach }) => reach)).toEqual(['branch', 'request', 'tag']);
});

test('what is no trust in jobs is not looked at', () => {
  const text = document(
    statement(
      '"arn:aws:iam::1:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A"',
      'StringEquals oidc.eks:sub system:x',
    ),
  );
  expect(judge({ 'a.tf': text, 'b.json': '{"Statement": []}', 'c.json': '{ AssumeRoleWithWebIdentity' })).toEqual([]);
});
