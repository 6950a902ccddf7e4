import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const phpApplicationKey = defineSecret({
  id: 'secrets/php-application-key',
  title: 'Application secret of a PHP framework',
  provider: 'PHP',
  regex: {
    source: String.raw`(?:(?:cookieValidationKey|blowfish_secret|hash_salt|passwordsalt|SECURITY_SALT|_COOKIE_KEY_|_COOKIE_IV_|_RIJNDAEL_KEY_|['"]Security['"].{0,40}?['"]salt|['"]crypt['"]\s{0,4}=>\s{0,4}(?:\[|array\()\s{0,8}['"]key|\$secret(?=\s=\s'\w{16}'))["']?\]?\s{0,4}(?:=>|[=:,])\s{0,4}["']|APP_SECRET["']?\s{0,4}(?:=>|[=:])\s{0,4}["']?)(?<secret>[^\s"';,<>$()\\]{16,100})(?=["';,\s]|$)`,
    literals: [
      'APP_SECRET',
      'cookieValidationKey',
      'blowfish_secret',
      'hash_salt',
      'passwordsalt',
      'SECURITY_SALT',
      '_COOKIE_',
      '_RIJNDAEL_KEY_',
      'Security',
      'crypt',
      '$secret',
    ],
    lead: 4,
    maxLength: 240,
    sample: (random) => drawText(random, '0123456789abcdef', 32),
  },
  entropy: 3,
  distinctive: false,
  opens:
    'It signs cookies, reset links or encrypted columns (Symfony, Yii, CakePHP, Magento, PrestaShop, Drupal, Joomla, phpMyAdmin).',
  revoke: 'Generate a new one, accepting that sessions end, and read it from the environment.',
  bad: [
    { path: '.env', code: 'APP_ENV=prod\nAPP_SECRET={secret}\n' },
    { path: 'config/web.php', code: "'cookieValidationKey' => '{secret}'," },
    { path: 'app/etc/env.php', code: "'crypt' => [\n  'key' => '{secret}'\n]," },
  ],
  good: [
    { path: '.env', code: 'APP_SECRET=\n' },
    { path: 'config/web.php', code: "'cookieValidationKey' => getenv('COOKIE_KEY')," },
  ],
});
