import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const postgresPasswordFile = defineSecret({
  id: 'secrets/postgres-password-file',
  title: 'Password in a PostgreSQL password file',
  provider: 'PostgreSQL',
  regex: {
    source: String.raw`(?<![\w./:-])(?:[\w.-]{1,120}|\*):(?:543\d|6432|\*):(?:[\w-]{1,60}|\*):(?:[\w.@-]{1,60}|\*):(?<secret>(?:\\[\\:]|[^\s:"'\\]){3,128})(?=["'\s]|$)`,
    literals: [':5432:', ':5433:', ':5434:', ':5435:', ':6432:', ':*:'],
    lead: 130,
    maxLength: 420,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the databases of the line as that user.',
  revoke:
    'Change the password, and write the file at deployment from a secret or use certificate or IAM authentication.',
  references: ['https://www.postgresql.org/docs/current/libpq-pgpass.html'],
  bad: [
    { path: '.pgpass', code: 'db.acme.io:5432:*:shop:{secret}\n' },
    { path: 'entrypoint.sh', code: 'echo "db:5432:shop:shop:{secret}" > ~/.pgpass' },
  ],
  good: [
    { path: 'entrypoint.sh', code: 'echo "db:5432:shop:shop:$PGPASSWORD" > ~/.pgpass' },
    { path: 'compose.yml', code: 'ports: ["127.0.0.1:5432:5432"]' },
  ],
});
