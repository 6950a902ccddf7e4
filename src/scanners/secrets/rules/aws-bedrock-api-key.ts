import { defineSecret } from '../define-secret.ts';

export const awsBedrockApiKey = defineSecret({
  id: 'secrets/aws-bedrock-api-key',
  title: 'Amazon Bedrock API key',
  provider: 'AWS',
  shape: 'ABSK<B109-269>=?=?',
  gitleaks: 'aws-amazon-bedrock-api-key-long-lived',
  opens:
    "A long-lived key that invokes Bedrock's foundation models at the account's expense; it belongs to an IAM user that may have further rights.",
  revoke:
    'Delete it under Bedrock → API keys, or remove the service-specific credential of the IAM user BedrockAPIKey-…. Call Bedrock with a role, or with short-term keys made at run time.',
  bad: [
    { path: '.env', code: 'AWS_BEARER_TOKEN_BEDROCK={secret}' },
    { path: 'chat.py', code: 'headers = {"Authorization": "Bearer {secret}"}' },
  ],
  good: [
    { path: '.env', code: 'AWS_BEARER_TOKEN_BEDROCK=${BEDROCK_KEY}' },
    { path: 'doc.md', code: 'Long-term keys start with ABSK.' },
  ],
});
