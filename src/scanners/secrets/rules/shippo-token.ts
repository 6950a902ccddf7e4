import { defineSecret } from '../define-secret.ts';

export const shippoToken = defineSecret({
  id: 'secrets/shippo-token',
  title: 'Shippo token',
  provider: 'Shippo',
  shape: 'shippo_(live|test)_<h40>',
  gitleaks: 'shippo-api-token',
  opens: 'Buys shipping labels at the account’s cost and reads the recipients’ addresses.',
  revoke: 'Regenerate it under Settings → API.',
  bad: [{ path: 'ship.py', code: 'shippo.config.api_key = "{secret}"' }],
  good: [{ path: 'ship.py', code: 'shippo.config.api_key = os.environ["SHIPPO"]' }],
});
