import { defineSecret } from '../define-secret.ts';

export const resendApiKey = defineSecret({
  id: 'secrets/resend-api-key',
  title: 'Resend API key',
  provider: 'Resend',
  shape: 're_<A8>_<A24>',
  entropy: 3.6,
  opens: 'Sends mail from the verified domains; with full access it also manages domains and reads past mail.',
  revoke: 'Delete it under resend.com/api-keys and create one with sending access for a single domain.',
  bad: [{ path: 'route.ts', code: "const resend = new Resend('{secret}');" }],
  good: [
    { path: 'route.ts', code: 'const resend = new Resend(process.env.RESEND_API_KEY);' },
    { path: 'docs.md', code: 'RESEND_API_KEY=re_123456789' },
  ],
});
