import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Hashes as crypt(5) and Apache’s htpasswd write them. */
const hash = String.raw`\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|5\$(?:rounds=\d{4,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43}|6\$(?:rounds=\d{4,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{86}|y\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43})`;

export const passwordHash = defineSecret({
  id: 'secrets/password-hash',
  title: 'Password hash of an account',
  provider: 'Unix',
  regex: {
    source: String.raw`(?:(?<![^\n"'\s=,])[\w.@+-]{1,64}:|rootpw\s{1,4}(?:--iscrypted\s{1,4})?|(?:passwd|password)(?:-crypted)?\s{1,4}(?:password\s{1,4})?|secret\s{1,4}\d\s{1,4}|encrypted-password\s{1,4}"?|hashed_passwd:\s{0,4}["']?|passwd:\s{0,4}["']?)(?<secret>${hash}|\$\$(?:2[aby]\$\$\d\d\$\$[./A-Za-z0-9]{53}|apr1\$\$[./A-Za-z0-9]{1,8}\$\$[./A-Za-z0-9]{22})|\{(?:S?SHA\d{0,3}|S?MD5)\}[A-Za-z0-9+/]{20,120}={0,2})(?![./A-Za-z0-9])`,
    literals: [
      '$2a$',
      '$2b$',
      '$2x$',
      '$2y$',
      '$1$',
      '$apr1$',
      '$$apr1$$',
      '$$2y$$',
      '$$2a$$',
      '$$2b$$',
      '$5$',
      '$6$',
      '$y$',
      '{SSHA',
      '{SHA',
      '{MD5',
      '{SMD5',
    ],
    lead: 80,
    maxLength: 300,
    sample: (random) => `$2y$10$${drawText(random, alphabet, 53)}`,
  },
  proof: {
    id: 'crypt',
    check: () => ({ outcome: 'proven' }),
    complete: (sample) => sample,
  },
  severity: 'medium',
  distinctive: false,
  opens:
    'Passwords can be guessed from it offline, as fast as hardware allows; old schemes and short passwords fall in minutes.',
  revoke: 'Change the password, and create accounts at deployment from a secret.',
  references: ['https://httpd.apache.org/docs/current/misc/password_encryptions.html'],
  bad: [
    { path: '.htpasswd', code: 'admin:{secret}\n' },
    { path: 'compose.yml', code: '- "traefik.http.middlewares.auth.basicauth.users=admin:{secret}"' },
    { path: 'ks.cfg', code: 'rootpw --iscrypted {secret}\n' },
  ],
  good: [
    { path: 'test_auth.py', code: 'assert verify("x", hashed) and hashed.startswith("$2b$12$")' },
    { path: '.htpasswd', code: 'admin:$2y$10$…' },
  ],
});
