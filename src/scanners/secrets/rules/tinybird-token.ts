import { defineSecret } from '../define-secret.ts';

export const tinybirdToken = defineSecret({
  id: 'secrets/tinybird-token',
  title: 'Tinybird token',
  provider: 'Tinybird',
  shape: 'p.eyJ<w60-220>.<w40-50>',
  opens: 'Reads, and with an admin token changes, the data sources of the workspace.',
  revoke: 'Refresh or delete it under Tokens.',
  bad: [{ path: '.env', code: 'TINYBIRD_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'TINYBIRD_TOKEN=p.…' }],
});
