import { defineSecret } from '../define-secret.ts';
import { randomText } from '../proof/random-text.ts';

export const yandexStaticKey = defineSecret({
  id: 'secrets/yandex-static-key',
  title: 'Yandex Cloud static access key',
  provider: 'Yandex Cloud',
  shape: 'YC<w38>',
  near: ['yandex', 'yc_'],
  entropy: 3.8,
  proof: randomText(),
  gitleaks: 'yandex-aws-access-token',
  opens: 'The secret half of an S3-compatible key pair: reads and writes the buckets of the service account.',
  revoke: 'Delete the static key (yc iam access-key delete) and use temporary keys of Security Token Service.',
  bad: [
    { path: '.env', code: 'YANDEX_SECRET_KEY={secret}' },
    { path: 'main.tf', code: 'yandex_secret_key = "{secret}"' },
  ],
  good: [
    { path: 'main.tf', code: 'secret_key = yandex_iam_service_account_static_access_key.sa.secret_key' },
    { path: '.env', code: 'YANDEX_SECRET_KEY=YC<secret>' },
  ],
});
