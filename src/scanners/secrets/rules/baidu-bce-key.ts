import { defineSecret } from '../define-secret.ts';

export const baiduBceKey = defineSecret({
  id: 'secrets/baidu-bce-key',
  title: 'Baidu AI Cloud API key',
  provider: 'Baidu',
  shape: 'bce-v3/ALTAK-<A21>/<h40>',
  opens: 'Calls Qianfan models and other services of the account.',
  revoke: 'Delete it under console.bce.baidu.com → Security → API Key.',
  bad: [{ path: '.env', code: 'QIANFAN_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'QIANFAN_TOKEN=bce-v3/ALTAK-…' }],
});
