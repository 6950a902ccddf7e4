import { defineSecret } from '../define-secret.ts';

export const harnessToken = defineSecret({
  id: 'secrets/harness-token',
  title: 'Harness token',
  provider: 'Harness',
  shape: '(pat|sat).<w22>.<A24>.<A20>',
  gitleaks: 'harness-api-key',
  opens: 'Runs and changes pipelines with the rights of the user or service account.',
  revoke: 'Delete the token under the API key of the profile or service account.',
  bad: [{ path: 'main.tf', code: '  platform_api_key = "{secret}"' }],
  good: [{ path: 'main.tf', code: '  platform_api_key = var.harness_key' }],
});
