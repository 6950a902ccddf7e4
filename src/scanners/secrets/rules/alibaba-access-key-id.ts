import { defineSecret } from '../define-secret.ts';

export const alibabaAccessKeyId = defineSecret({
  id: 'secrets/alibaba-access-key-id',
  title: 'Alibaba Cloud access key ID',
  provider: 'Alibaba Cloud',
  shape: 'LTAI<A12-20>',
  entropy: 3,
  gitleaks: 'alibaba-access-key-id',
  opens: 'It names the RAM user; with the secret beside it, it signs any request that user may make.',
  revoke: 'Disable and delete the pair under RAM → Users → AccessKey. Give machines a RAM role.',
  bad: [
    { path: '.env', code: 'ALIBABA_CLOUD_ACCESS_KEY_ID={secret}' },
    { path: 'config.json', code: '{"access_key_id": "{secret}"}' },
  ],
  good: [
    { path: '.env', code: 'ALIBABA_CLOUD_ACCESS_KEY_ID=LTAI****************' },
    { path: 'main.tf', code: 'access_key = var.access_key' },
  ],
});
