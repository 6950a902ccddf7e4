import { defineSecret } from '../define-secret.ts';
import { awsSecret } from '../proof/aws-secret.ts';

export const awsSecretAccessKey = defineSecret({
  id: 'secrets/aws-secret-access-key',
  title: 'AWS secret access key',
  provider: 'AWS',
  shape: '<B40>',
  near: { words: ['aws', 'amazon', 'secret'], assigned: true, within: 30 },
  entropy: 4.1,
  proof: awsSecret(),
  severity: 'critical',
  opens:
    'With the access key ID beside it, it signs requests as that IAM user: read S3, start machines, mint further credentials, depending on the attached policies.',
  revoke:
    'Deactivate and delete the key pair in IAM → Users → Security credentials and review CloudTrail for its use. Replace it by a role that the workload assumes (OIDC, instance profile, IRSA).',
  bad: [
    { path: '.env', code: 'AWS_SECRET_ACCESS_KEY={secret}' },
    { path: 'config.json', code: '{ "aws": { "secretAccessKey": "{secret}" } }' },
    { path: 'main.tf', code: '  secret_key = "{secret}"' },
    { path: 'setup.sh', code: 'aws configure set aws_secret_access_key {secret}' },
  ],
  good: [
    { path: '.env.example', code: 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    { path: 'ci.yml', code: 'AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET_ACCESS_KEY }}' },
    { path: 'lock.json', code: '"aws-sdk-secret-key": "da39a3ee5e6b4b0d3255bfef95601890afd80709"' },
    { path: 'paths.yml', code: 'aws_secret_key_path: infrastructure/production/secrets/region' },
  ],
});
