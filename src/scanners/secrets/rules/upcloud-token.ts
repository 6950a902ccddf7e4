import { defineSecret } from '../define-secret.ts';

export const upcloudToken = defineSecret({
  id: 'secrets/upcloud-token',
  title: 'UpCloud API token',
  provider: 'UpCloud',
  shape: 'ucat_<A24-32>',
  opens: 'It manages servers, databases and networks of the account with the rights of its user.',
  revoke: 'Revoke it under Account → API tokens and limit the new one to addresses and an expiry.',
  bad: [{ path: '.env', code: 'UPCLOUD_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'UPCLOUD_TOKEN=ucat_<token>' },
    { path: 'main.tf', code: 'token = var.upcloud_token' },
  ],
});
