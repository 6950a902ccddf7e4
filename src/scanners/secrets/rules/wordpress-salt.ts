import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const wordpressSalt = defineSecret({
  id: 'secrets/wordpress-salt',
  title: 'WordPress key or salt',
  provider: 'WordPress',
  regex: {
    source: String.raw`(?:AUTH|SECURE_AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)["']?\s{0,24}[,=:]\s{0,24}(?:'(?=[^'\n]{0,64}[^\w'])|"(?=[^"\n]{0,64}[^\w"])|(?=[^\s"']{50})["']?)(?<secret>[^\n"']{40,90})["'\s]`,
    literals: ['AUTH_KEY', 'AUTH_SALT', 'LOGGED_IN_', 'NONCE_'],
    lead: 7,
    maxLength: 180,
    sample: (random) =>
      drawText(
        random,
        'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#%^&*()-_[]~+=,.;:/?|',
        64,
      ).replace(/^./, '+'),
  },
  entropy: 4,
  distinctive: true,
  opens: 'It authenticates login cookies: with key and salt one forges the session of any user, the administrator too.',
  revoke:
    'Fetch new ones from api.wordpress.org/secret-key/1.1/salt/, which ends all sessions, and read them from the environment.',
  references: ['https://developer.wordpress.org/advanced-administration/security/'],
  bad: [{ path: 'wp-config.php', code: "define( 'SECURE_AUTH_KEY',  '{secret}' );" }],
  good: [
    { path: 'wp-config.php', code: "define( 'AUTH_KEY', 'put your unique phrase here' );" },
    { path: 'wp-config.php', code: "define( 'AUTH_KEY', getenv( 'AUTH_KEY' ) );" },
  ],
});
