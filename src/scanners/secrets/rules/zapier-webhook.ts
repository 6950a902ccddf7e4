import { defineSecret } from '../define-secret.ts';

export const zapierWebhook = defineSecret({
  id: 'secrets/zapier-webhook',
  title: 'Zapier webhook',
  provider: 'Zapier',
  shape: 'hooks.zapier.com/hooks/catch/<d4-10>/<A5-10>',
  severity: 'medium',
  opens: 'The address starts the Zap: its holder feeds it made-up events.',
  revoke: 'Delete the trigger step of the Zap and add it again, which gives a new address.',
  bad: [{ path: 'form.html', code: '<form action="https://{secret}/" method="post">' }],
  good: [
    { path: 'form.html', code: '<form action="https://hooks.zapier.com/hooks/catch/{account}/{hook}/" method="post">' },
  ],
});
