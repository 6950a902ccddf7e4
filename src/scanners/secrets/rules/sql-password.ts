import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const sqlPassword = defineSecret({
  id: 'secrets/sql-password',
  title: 'Password in an SQL statement',
  provider: 'SQL',
  regex: {
    source: String.raw`(?:(?:create|alter|grant|set|user|to)\b[^;]{0,240}?identified\s{1,4}(?:with\s{1,4}[\w"'\`]{3,40}\s{1,4})?by\s{1,4}|set\s{1,4}password\s{1,4}(?:for\s{1,4}[^=;\n]{1,80})?=\s{0,4}(?:password\s?\()?|(?:create|alter)\s{1,4}(?:or\s{1,4}replace\s{1,4})?(?:user|role|login|group|credential|database scoped credential|server|subscription|user mapping|master key|application role)\b[^;]{0,200}?(?:\bpassword|\bsecret)\s{0,4}=?\s{0,4})N?\\?["'](?<secret>[^"'\n\\]{3,128})\\?["']`,
    caseless: true,
    literals: [
      'identified',
      'set password',
      'create user',
      'create role',
      'create login',
      'create group',
      'create server',
      'create subscription',
      'alter user',
      'alter role',
      'alter login',
      'alter server',
      'replace user',
      'scoped credential',
      'create credential',
      'user mapping',
      'master key',
      'application role',
    ],
    lead: 30,
    maxLength: 460,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the database as the account that the statement creates or changes.',
  revoke:
    'Change the password and create accounts with one from the environment or by IAM or certificate authentication.',
  bad: [
    { path: 'init.sql', code: "CREATE USER 'shop'@'%' IDENTIFIED BY '{secret}';" },
    { path: 'init-db.sh', code: 'psql -c "CREATE ROLE shop WITH LOGIN PASSWORD \'{secret}\'"' },
    { path: 'setup.sql', code: "ALTER LOGIN sa WITH PASSWORD = N'{secret}';" },
  ],
  good: [
    { path: 'init.sql', code: "CREATE USER shop IDENTIFIED WITH aws_authentication AS 'RDS';" },
    { path: 'init-db.sh', code: 'psql -c "CREATE ROLE shop WITH LOGIN PASSWORD \'$DB_PASSWORD\'"' },
    { path: 'users.sql', code: "GRANT USAGE ON *.* TO shop IDENTIFIED BY PASSWORD '3b1f0c5e7a9d2468'" },
    { path: 'grammar.md', code: "CREATE USER name IDENTIFIED BY 'password'" },
  ],
});
