import { defineSecret } from '../define-secret.ts';

export const appwriteApiKey = defineSecret({
  id: 'secrets/appwrite-api-key',
  title: 'Appwrite API key',
  provider: 'Appwrite',
  shape: 'standard_<h200-300>',
  severity: 'critical',
  opens: 'Reads and changes the project’s users, data and files within its scopes.',
  revoke: 'Delete it under Overview → Integrations → API keys.',
  bad: [{ path: '.env', code: 'APPWRITE_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'APPWRITE_API_KEY=standard_…' }],
});
