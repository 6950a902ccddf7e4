import { defineSecret } from '../define-secret.ts';
import { awsSecret } from '../proof/aws-secret.ts';

export const awsKeyPair = defineSecret({
  id: 'secrets/aws-key-pair',
  title: 'AWS access key pair',
  provider: 'AWS',
  shape: '<B40>',
  near: { words: ['akia', 'asia', 'abia', 'acca'], within: 60 },
  entropy: 4.1,
  proof: awsSecret(),
  severity: 'critical',
  family: 'aws-secret-access-key',
  opens:
    'The secret beside its access key ID: both halves of a long-lived key, which sign any request that the IAM user may make.',
  revoke:
    'Deactivate and delete the key pair in IAM → Users → Security credentials and review CloudTrail for its use. Replace it by a role that the workload assumes.',
  bad: [
    { path: '.passwd-s3fs', code: 'AKIAIOSFODNN7EXAMPLE:{secret}' },
    { path: 'backup.py', code: "boto3.client('s3', 'eu-west-1', 'AKIAIOSFODNN7EXAMPLE', '{secret}')" },
    { path: 'accessKeys.csv', code: 'Access key ID,Secret access key\nAKIAIOSFODNN7EXAMPLE,{secret}' },
  ],
  good: [
    { path: 'backup.py', code: "boto3.client('s3', 'eu-west-1', key_id, secret)" },
    { path: 'doc.md', code: 'AKIAIOSFODNN7EXAMPLE, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  ],
});
