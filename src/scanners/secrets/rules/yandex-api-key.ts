import { defineSecret } from '../define-secret.ts';

export const yandexApiKey = defineSecret({
  id: 'secrets/yandex-api-key',
  title: 'Yandex Cloud API key',
  provider: 'Yandex Cloud',
  shape: 'AQVN<w35-38>',
  gitleaks: 'yandex-api-key',
  opens:
    'It acts as the service account towards the APIs that take keys, such as SpeechKit, Translate and Foundation Models.',
  revoke:
    "Delete it under the service account's API keys (yc iam api-key delete) and issue one with a scope and an expiry.",
  bad: [
    { path: '.env', code: 'YANDEX_API_KEY={secret}' },
    { path: 'stt.sh', code: 'curl -H "Authorization: Api-Key {secret}" https://stt.api.cloud.yandex.net' },
  ],
  good: [
    { path: 'stt.sh', code: 'curl -H "Authorization: Api-Key ${API_KEY}"' },
    { path: 'doc.md', code: 'Keys begin with AQVN.' },
  ],
});
