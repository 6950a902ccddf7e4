import { defineSecret } from '../define-secret.ts';

export const telnyxApiKey = defineSecret({
  id: 'secrets/telnyx-api-key',
  title: 'Telnyx API key',
  provider: 'Telnyx',
  shape: 'KEY0<A20-60>(_<A20-30>)?',
  entropy: 3.6,
  opens: 'Sends messages and places calls at the account’s cost.',
  revoke: 'Delete it under API Keys.',
  bad: [{ path: 'sms.py', code: 'telnyx.api_key = "{secret}"' }],
  good: [{ path: 'sms.py', code: 'telnyx.api_key = os.environ["TELNYX_API_KEY"]' }],
});
