import { crc8 } from '../proof/crc32-hex.ts';
import { defineSecret } from '../define-secret.ts';

export const zuploApiKey = defineSecret({
  id: 'secrets/zuplo-api-key',
  title: 'Zuplo API key',
  provider: 'Zuplo',
  shape: 'zpka_<l32>_<h8>',
  proof: crc8(),
  opens: 'Calls or manages the gateway as the consumer it was issued to.',
  revoke: 'Revoke it on the consumer’s page under Services → API Key Service.',
  bad: [{ path: 'call.sh', code: 'curl -H "Authorization: Bearer {secret}" https://dev.zuplo.com/v1/who-am-i' }],
  good: [{ path: 'call.sh', code: 'curl -H "Authorization: Bearer $ZUPLO_KEY" https://dev.zuplo.com/v1/who-am-i' }],
});
