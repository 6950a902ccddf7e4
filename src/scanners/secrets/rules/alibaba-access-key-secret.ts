import { defineSecret } from '../define-secret.ts';
import { randomText } from '../proof/random-text.ts';

export const alibabaAccessKeySecret = defineSecret({
  id: 'secrets/alibaba-access-key-secret',
  title: 'Alibaba Cloud access key secret',
  provider: 'Alibaba Cloud',
  shape: '<A30>',
  near: { words: ['alibaba', 'aliyun', 'alicloud'], assigned: true },
  entropy: 3.8,
  proof: randomText(),
  gitleaks: 'alibaba-secret-key',
  opens: 'With its ID it signs requests as the RAM user: object storage, databases, machines.',
  revoke: 'Disable and delete the pair under RAM → Users → AccessKey. Give machines a RAM role instead.',
  bad: [
    { path: '.env', code: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET={secret}' },
    { path: 'config.yml', code: 'aliyun:\n  aliyun_oss_secret: "{secret}"' },
  ],
  good: [
    { path: '.env', code: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET=${SECRET}' },
    { path: 'a.yml', code: 'aliyun_secret_name: productionDatabaseCredential01' },
  ],
});
