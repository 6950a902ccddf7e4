import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const laravelAppKey = defineSecret({
  id: 'secrets/laravel-app-key',
  title: 'Laravel application key',
  provider: 'Laravel',
  regex: {
    source: String.raw`(?<![A-Za-z0-9])base64:(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/]{21}[AQgw]==)(?![\w+/=])`,
    literals: ['base64:'],
    lead: 0,
    maxLength: 60,
    sample: (random) => drawBytes(random, 32).toString('base64'),
  },
  entropy: 3.5,
  severity: 'critical',
  opens:
    'It decrypts and forges cookies, sessions and signed URLs; where PHP objects are unserialised from them that means running code on the server.',
  revoke:
    'Run `php artisan key:generate`, list the old key in APP_PREVIOUS_KEYS for a while, and keep .env out of the repository.',
  references: ['https://laravel.com/docs/encryption'],
  bad: [
    { path: '.env', code: 'APP_KEY=base64:{secret}\n' },
    { path: 'config/app.php', code: "'key' => env('APP_KEY', 'base64:{secret}')," },
  ],
  good: [
    { path: '.env.example', code: 'APP_KEY=\n' },
    { path: 'logo.css', code: 'background: url(data:image/png;base64,iVBORw0KGgo=)' },
  ],
});
