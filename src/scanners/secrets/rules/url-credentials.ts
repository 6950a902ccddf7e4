import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

/** Names that are never somebody’s server: reserved for documentation (RFC 2606, 6761), the own machine, a container beside it. */
const nobody = String.raw`(?:[\w-]{1,40}\.){0,4}(?:example|invalid|test)(?:\.(?:com|org|net|edu|io))?\b|(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host|hostname|server|domain|address|proxy|db|database|postgres|postgresql|mysql|mariadb|redis|mongo|mongodb|rabbitmq|rabbit|broker)(?![\w.-])`;

const plain = String.raw`[^\s/?"'\`<>@\\]`;

/** One character of a password; `@` and what RFC 3986 reserves must be encoded, yet `@` often is not. */
const char = `(?:${plain}|@(?=${plain}{1,60}@))`;

export const urlCredentials = defineSecret({
  id: 'secrets/url-credentials',
  title: 'Password in a URL',
  provider: 'URL',
  regex: {
    // Any password for a server that can exist; for the names above only one that was made to be strong.
    source: String.raw`:\/\/[^\s/?#:@"'\`<>\\]{0,100}:(?!\d{1,5}[,;)|\]])(?<secret>(?=${plain}{0,60}\d)(?=${plain}{0,60}[A-Za-z])${char}{8,128}(?=@[\w[{$%<])|${char}{4,128}(?=@(?!${nobody})[\w[{$%<]))@`,
    literals: ['://'],
    lead: 0,
    maxLength: 400,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens:
    'Whoever reads the file logs in to the server that the URL names. Defaults of local development (`postgres:postgres@localhost`) are not reported, unless the password looks made to be kept.',
  revoke:
    'Change the password and pass the URL, or its parts, from the environment or a secret store; git reads credentials from a helper.',
  references: ['https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'],
  bad: [
    { path: '.env', code: 'DATABASE_URL=postgres://shop:{secret}@db.acme.io:5432/shop' },
    { path: 'celery.py', code: "broker_url = 'amqp://worker:{secret}@10.2.0.7:5672//'" },
    { path: '.git-credentials', code: 'https://ci:{secret}@git.acme.io' },
    { path: 'compose.yml', code: '      - REDIS_URL=redis://:{secret}@cache:6379/0' },
    { path: 'pip.conf', code: 'index-url = https://reader:{secret}@pypi.acme.io/simple' },
  ],
  good: [
    { path: '.env.example', code: 'DATABASE_URL=postgres://postgres:postgres@localhost:5432/app' },
    { path: 'compose.yml', code: 'DATABASE_URL: postgres://app:${DB_PASSWORD}@db/app' },
    { path: 'settings.py', code: 'url = f"postgres://{user}:{password}@{host}/{name}"' },
    { path: 'README.md', code: 'mongodb://user:password@host:27017/db' },
    { path: 'a.js', code: "fetch('http://localhost:3000/@scope/pkg')" },
    { path: 'clone.sh', code: 'git clone ssh://git@git.acme.io:2222/team/app.git' },
  ],
});
