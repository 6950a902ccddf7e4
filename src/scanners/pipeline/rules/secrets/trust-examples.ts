import type { Example, NonEmpty } from '../../../../model/rule.ts';

/** A role of AWS in Terraform whose statement has these conditions. */
const awsRole = (host: string, conditions: string): Example => ({
  path: 'iam.tf',
  code: `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/${host}"]
    }
${conditions}  }
}

resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`,
});

const condition = (test: string, variable: string, ...values: readonly string[]): string =>
  `    condition {\n      test     = "${test}"\n      variable = "${variable}"\n      values   = ${JSON.stringify(values)}\n    }\n`;

const github = 'token.actions.githubusercontent.com';
const audience = condition('StringEquals', `${github}:aud`, 'sts.amazonaws.com');
const githubRole = (test: string, ...subjects: readonly string[]): Example =>
  awsRole(github, audience + condition(test, `${github}:sub`, ...subjects));
const gitlabRole = (test: string, ...subjects: readonly string[]): Example =>
  awsRole('gitlab.com', condition(test, 'gitlab.com:sub', ...subjects));

/** A trust policy as it is given to `aws iam create-role`. */
const json = (...statements: readonly unknown[]): Example => ({
  path: 'aws/trust-policy.json',
  code: JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2),
});

const statement = (conditions: unknown): unknown => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${github}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: conditions,
});

/** A job that asks for the token wherever it runs. */
const gitlabJob = (rules: string): Readonly<Record<string, string>> => ({
  '.gitlab-ci.yml': `deploy:\n  script: ./deploy.sh\n  id_tokens:\n    AWS_TOKEN: { aud: sts.amazonaws.com }\n${rules}`,
});

/** A workflow that gives a token to what is fetched from a request. */
const githubJob = (event: string): Readonly<Record<string, string>> => ({
  '.github/workflows/plan.yml': `on: ${event}
permissions: { id-token: write, contents: read }
jobs:
  plan:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with: { ref: '\${{ github.event.pull_request.head.sha }}' }
      - run: make plan
`,
});

const template = (subject: string): Example => ({
  path: 'role.yml',
  code: `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Repository: { Type: String, Default: octo-org/octo-repo }
Resources:
  DeployRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Federated: !Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/${github}' }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals: { '${github}:aud': sts.amazonaws.com }
              StringLike: { '${github}:sub': !Sub '${subject}' }
`,
});

const google = (condition: string, member: string): Example => ({
  path: 'gcp.tf',
  code: `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "ci"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
  }
${condition === '' ? '' : `  attribute_condition = "${condition}"\n`}  oidc {
    issuer_uri = "https://${github}"
  }
}

resource "google_service_account_iam_member" "deploy" {
  service_account_id = "projects/p/serviceAccounts/deploy@p.iam.gserviceaccount.com"
  role               = "roles/iam.workloadIdentityUser"
  member             = "${member}"
}
`,
});

const pool = 'iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci';
const main = {
  [`${github}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  [`${github}:aud`]: 'sts.amazonaws.com',
};
const azure = (subject: string): Example => ({
  path: 'credential.json',
  code: JSON.stringify({ name: 'ci', issuer: `https://${github}`, subject, audiences: ['api://AzureADTokenExchange'] }),
});

export const bad: NonEmpty<Example> = [
  awsRole(github, audience),
  githubRole('StringLike', 'repo:octo-org/*'),
  githubRole('StringLike', 'repo:octo-org/octo-repo:*'),
  githubRole('StringLike', 'repo:octo*'),
  githubRole('ForAllValues:StringLike', 'repo:octo-org/octo-repo:ref:refs/heads/main'),
  gitlabRole('StringLike', 'project_path:group/*:ref_type:branch:ref:main'),
  gitlabRole('StringLike', 'project_path:group/project:ref_type:branch:ref:*'),
  { ...gitlabRole('StringLike', 'project_path:group/project:*'), beside: gitlabJob('') },
  json(statement({ StringEquals: main }), statement({ StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } })),
  template('repo:${Repository}:*'),
  google('', `principalSet://${pool}/*`),
  google("assertion.repository.startsWith('octo-org')", `principalSet://${pool}/*`),
  azure('repo:octo-org/octo-repo:pull_request'),
  {
    ...githubRole('StringEquals', 'repo:octo-org/octo-repo:ref:refs/heads/main'),
    beside: githubJob('pull_request_target'),
  },
];

export const good: NonEmpty<Example> = [
  githubRole('StringEquals', 'repo:octo-org/octo-repo:ref:refs/heads/main'),
  githubRole('StringLike', 'repo:octo-org/octo-repo:environment:production'),
  gitlabRole('StringEquals', 'project_path:group/project:ref_type:branch:ref:main'),
  {
    ...gitlabRole('StringEquals', 'project_path:group/project:ref_type:branch:ref:main'),
    beside: gitlabJob('  rules:\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n'),
  },
  { ...githubRole('StringEquals', 'repo:octo-org/octo-repo:ref:refs/heads/main'), beside: githubJob('pull_request') },
  json(statement({ StringEquals: main })),
  template('repo:${Repository}:environment:production'),
  google("assertion.ref == 'refs/heads/main'", `principalSet://${pool}/attribute.repository/octo-org/octo-repo`),
  azure('repo:octo-org/octo-repo:environment:production'),
  awsRole('oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE', ''),
];
