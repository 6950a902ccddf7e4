import { defineSecret } from '../define-secret.ts';

export const klaviyoPrivateKey = defineSecret({
  id: 'secrets/klaviyo-private-key',
  title: 'Klaviyo private API key',
  provider: 'Klaviyo',
  shape: 'pk_<h34>',
  entropy: 3,
  opens: 'Reads and exports the customer profiles and sends campaigns.',
  revoke: 'Delete it under Settings → API keys and create one with only the scopes needed.',
  bad: [{ path: 'sync.py', code: 'headers = {"Authorization": "Klaviyo-API-Key {secret}"}' }],
  good: [{ path: 'sync.py', code: 'headers = {"Authorization": f"Klaviyo-API-Key {key}"}' }],
});
