import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const databaseDsnPassword = defineSecret({
  id: 'secrets/database-dsn-password',
  title: 'Password in a database DSN',
  provider: 'Database',
  regex: {
    source: [
      // libpq: host=… user=… password=… dbname=…
      String.raw`(?:(?:host|hostaddr|user|dbname|port|sslmode)=[^\s"'=,]{1,80}[ \t]{1,4}|(?=password=[^\s",]{1,80}[ \t]{1,4}(?:host|user|dbname|port|sslmode|connect_timeout)=))password=\\?'?(?<secret>[^\s"'\`,]{3,128})`,
      // Go’s MySQL driver: user:password@tcp(host:3306)/db
      String.raw`(?<=["'\`=\s])[\w.-]{1,60}:(?<secret>[^\s"'\`:/@]{1,60}(?:@[^\s"'\`:/@]{1,30})?)(?=@(?:tcp|unix)\()`,
      // PDO and others: mysql:host=…;dbname=…;user=…;password=…
      String.raw`(?:mysql|pgsql|sqlsrv|dblib):[^\s"']{0,200};(?:password|pwd)=(?<secret>[^\s"';]{3,128})`,
    ],
    literals: ['password', '@tcp(', '@unix(', ';pwd='],
    maxLength: 420,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the database that the rest of the string names.',
  revoke: 'Change the password and pass it by PGPASSWORD, a password file or a secret store.',
  references: ['https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING'],
  bad: [
    { path: 'db.go', code: 'dsn := "host=db.acme.io user=shop password={secret} dbname=shop sslmode=require"' },
    { path: 'main.go', code: 'db, err := sql.Open("mysql", "shop:{secret}@tcp(10.0.0.5:3306)/shop?parseTime=true")' },
  ],
  good: [
    { path: 'db.go', code: 'dsn := fmt.Sprintf("host=%s user=%s password=%s dbname=%s", host, user, pass, name)' },
    { path: 'main.go', code: 'sql.Open("mysql", "root:password@tcp(127.0.0.1:3306)/test")' },
  ],
});
