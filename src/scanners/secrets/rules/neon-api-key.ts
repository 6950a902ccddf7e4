import { defineSecret } from '../define-secret.ts';

export const neonApiKey = defineSecret({
  id: 'secrets/neon-api-key',
  title: 'Neon API key',
  provider: 'Neon',
  shape: 'napi_<A64>',
  opens:
    'It manages all Neon projects of the user or organisation: reads connection strings, creates and deletes branches.',
  revoke: 'Revoke it under Account settings → API keys; use project-scoped keys.',
  bad: [
    { path: '.env', code: 'NEON_API_KEY={secret}' },
    { path: 'ci.yml', code: 'api_key: {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'api_key: ${{ secrets.NEON_API_KEY }}' },
    { path: 'binding.cc', code: 'napi_value exports; napi_create_function(env);' },
  ],
});
