import { defineSecret } from '../define-secret.ts';

export const awsBedrockShortTermKey = defineSecret({
  id: 'secrets/aws-bedrock-short-term-key',
  title: 'Amazon Bedrock short-term API key',
  provider: 'AWS',
  shape: 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t<B40+>=?=?',
  severity: 'medium',
  gitleaks: 'aws-amazon-bedrock-api-key-short-lived',
  opens:
    "A presigned request in base64: it invokes Bedrock's models with the rights of the session that made it, for up to 12 hours.",
  revoke:
    "It ends with the session that signed it; revoke that role's sessions if it must end earlier. Generate it when needed instead of writing it down.",
  bad: [{ path: '.env', code: 'AWS_BEARER_TOKEN_BEDROCK={secret}' }],
  good: [
    { path: 'run.sh', code: 'export AWS_BEARER_TOKEN_BEDROCK=$(aws-bedrock-token)' },
    { path: 'doc.md', code: 'Short-term keys carry the prefix bedrock-api-key- and a presigned URL.' },
  ],
});
