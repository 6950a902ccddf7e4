import { defineSecret } from '../define-secret.ts';

export const coralogixKey = defineSecret({
  id: 'secrets/coralogix-key',
  title: 'Coralogix API key',
  provider: 'Coralogix',
  shape: 'cx(tp|th|uw|up)_<A30>',
  opens: 'Sends or queries logs, or manages the account, as its preset allows.',
  revoke: 'Revoke it under Data flow → API keys.',
  bad: [{ path: 'fluent.conf', code: 'private_key {secret}' }],
  good: [{ path: 'fluent.conf', code: 'private_key "#{ENV[\'CX_KEY\']}"' }],
});
