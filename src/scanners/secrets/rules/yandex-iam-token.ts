import { defineSecret } from '../define-secret.ts';

export const yandexIamToken = defineSecret({
  id: 'secrets/yandex-iam-token',
  title: 'Yandex Cloud IAM token',
  provider: 'Yandex Cloud',
  shape: 't1.<w20-200>=?=?.<w86>=?=?',
  severity: 'medium',
  gitleaks: 'yandex-access-token',
  opens: 'It acts with all roles of the account that made it, for up to 12 hours.',
  revoke:
    'Revoke it with yc iam revoke-token, or let it expire; read it from the metadata service instead of storing it.',
  bad: [{ path: '.env', code: 'YC_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'YC_TOKEN=$(yc iam create-token)' },
    { path: 'a.sql', code: 'select t1.name, t2.id from t1 join t2' },
  ],
});
