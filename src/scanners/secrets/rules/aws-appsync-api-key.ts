import { defineSecret } from '../define-secret.ts';

export const awsAppsyncApiKey = defineSecret({
  id: 'secrets/aws-appsync-api-key',
  title: 'AWS AppSync API key',
  provider: 'AWS',
  shape: 'da2-<l26>',
  entropy: 3,
  severity: 'medium',
  opens:
    'Anyone can call the GraphQL API with it as an anonymous client: read and write whatever its schema allows without a user.',
  revoke:
    'Delete the key in AppSync → Settings → API keys and issue another. If the data is not public, authorise by Cognito, IAM or OIDC instead.',
  bad: [
    { path: 'aws-exports.js', code: "aws_appsync_apiKey: '{secret}'," },
    { path: '.env', code: 'APPSYNC_API_KEY={secret}' },
  ],
  good: [
    { path: 'aws-exports.js', code: 'aws_appsync_apiKey: process.env.APPSYNC_KEY,' },
    { path: '.env.example', code: 'APPSYNC_API_KEY=da2-xxxxxxxxxxxxxxxxxxxxxxxxxx' },
    { path: 'ids.txt', code: 'da2-short' },
  ],
});
