import { defineSecret } from '../define-secret.ts';

export const honeybadgerToken = defineSecret({
  id: 'secrets/honeybadger-token',
  title: 'Honeybadger token',
  provider: 'Honeybadger',
  shape: 'hbp_<A30-40>',
  severity: 'medium',
  opens: 'Reads errors with their parameters and changes projects.',
  revoke: 'Regenerate it in the project’s or user’s API settings.',
  bad: [{ path: '.env', code: 'HONEYBADGER_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'HONEYBADGER_API_KEY=hbp_…' }],
});
