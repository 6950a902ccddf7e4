import { defineSecret } from '../define-secret.ts';

export const triggerDevKey = defineSecret({
  id: 'secrets/trigger-dev-key',
  title: 'Trigger.dev key',
  provider: 'Trigger.dev',
  shape: ['tr_(dev|prod|stg|preview)_<A20-24>', 'tr_pat_<l40>'],
  entropy: 3.3,
  opens: 'Starts tasks and reads runs of the environment; a personal token does so in all projects of its owner.',
  revoke: 'Regenerate it under API keys (or Personal Access Tokens).',
  bad: [{ path: '.env', code: 'TRIGGER_SECRET_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'TRIGGER_SECRET_KEY=tr_prod_…' }],
});
