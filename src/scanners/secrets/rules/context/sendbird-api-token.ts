import { defineContextSecret } from '../../define-context-secret.ts';

export const sendbirdApiToken = defineContextSecret({
  id: 'secrets/sendbird-api-token',
  title: 'Sendbird API token',
  provider: 'Sendbird',
  shape: '<h40>',
  words: ['sendbird'],
  variable: 'SENDBIRD_API_TOKEN',
  gitleaks: 'sendbird-access-token',
  opens: 'It reads and sends messages as any user of the application.',
  revoke: "Revoke it under the application's Settings → General → API tokens and add a secondary one.",
});
