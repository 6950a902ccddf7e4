import { defineSecret } from '../define-secret.ts';
import { awsAccount } from '../proof/aws-account.ts';

export const awsAccessKeyId = defineSecret({
  id: 'secrets/aws-access-key-id',
  title: 'AWS access key ID',
  provider: 'AWS',
  shape: '(AKIA|ASIA|ABIA|ACCA|A3T<U>)<2:16>',
  proof: awsAccount(),
  gitleaks: 'aws-access-token',
  opens:
    'It names the account and the IAM user or role; together with its secret key it signs any request that identity may make. Where the ID was committed the secret is usually a line away.',
  revoke:
    'In IAM → Users → Security credentials deactivate the key, check its last use, then delete it. Give workloads roles (instance profile, IRSA, GitHub or GitLab OIDC) and people IAM Identity Center instead of long-lived keys.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
  bad: [
    { path: '.env', code: 'AWS_ACCESS_KEY_ID={secret}' },
    { path: 'main.tf', code: 'provider "aws" {\n  access_key = "{secret}"\n}' },
    { path: 'deploy.sh', code: 'printf "[default]\\naws_access_key_id=\\n{secret}" > ~/.aws/credentials' },
  ],
  good: [
    { path: '.env.example', code: 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE' },
    { path: 'main.tf', code: 'access_key = var.aws_access_key' },
    { path: 'keys.ts', code: 'const accessKeyPattern = /AKIA[A-Z2-7]{16}/;' },
    { path: 'a.txt', code: 'AKIA1234567890123456789012345678901234' },
  ],
});
