import { defineSecret } from '../define-secret.ts';

export const clickhouseCloudKey = defineSecret({
  id: 'secrets/clickhouse-cloud-key',
  title: 'ClickHouse Cloud API key secret',
  provider: 'ClickHouse',
  shape: '4b1d<A38>',
  entropy: 4,
  gitleaks: 'clickhouse-cloud-api-secret-key',
  opens: 'It manages services of the organisation: resets passwords, opens IP lists, deletes databases.',
  revoke: 'Delete the key under Organization → API keys and create one with the least role and an expiry.',
  bad: [
    { path: '.env', code: 'CLICKHOUSE_KEY_SECRET={secret}' },
    { path: 'main.tf', code: 'token_secret = "{secret}"' },
  ],
  good: [
    { path: 'main.tf', code: 'token_secret = var.token_secret' },
    { path: 'commit.txt', code: '4b1d0c7f0aa1a8b9d4c1e20b6c7f0a1b2c3d4e5f' },
    { path: 'sum.txt', code: '4b1d825dc642cb6eb9a060e54bf8d69288fbee4904' },
  ],
});
