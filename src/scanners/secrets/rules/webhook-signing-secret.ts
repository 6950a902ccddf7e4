import { defineSecret } from '../define-secret.ts';

export const webhookSigningSecret = defineSecret({
  id: 'secrets/webhook-signing-secret',
  title: 'Webhook signing secret',
  provider: 'Stripe',
  shape: 'whsec_<[A-Za-z0-9+/]24-90>',
  entropy: 3.6,
  opens:
    'Whoever has it forges events (“invoice paid”) that the application believes. Stripe, Svix and other Standard Webhooks senders use this form.',
  revoke: 'Roll the endpoint’s secret in the sender’s dashboard and load the new one from the environment.',
  bad: [{ path: '.env', code: 'STRIPE_WEBHOOK_SECRET={secret}' }],
  good: [{ path: '.env.example', code: 'STRIPE_WEBHOOK_SECRET=whsec_...' }],
});
