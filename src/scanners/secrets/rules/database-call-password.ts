import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const databaseCallPassword = defineSecret({
  id: 'secrets/database-call-password',
  title: 'Password in the call that opens a database',
  provider: 'Source code',
  regex: {
    source: [
      String.raw`(?:mysqli(?:_real_connect|_connect|_init)?|mysql_p?connect|new\s{1,4}\\?PDO|new\s{1,4}mysqli|getConnection|oci_p?connect|ibase_connect|mssql_connect|sybase_connect|odbc_connect|ftp_login|ssh2_auth_password|imap_open|DBI->connect|Sequel\.connect|MySQLdb\.connect|pymysql\.connect|cx_Oracle\.connect|oracledb\.connect)\s{0,2}\((?:[^,()\n]|\([^()\n]{0,60}\)){1,160},\s{0,24}["'][^"'\n]{0,80}["']\s{0,2},\s{0,24}["'](?<secret>[^"'\n\\]{3,128})["']`,
      String.raw`mysql_real_connect\s{0,2}\([^,()\n]{1,80},\s{0,24}[^,()\n]{1,120},\s{0,24}"[^"\n]{0,80}"\s{0,2},\s{0,24}"(?<secret>[^"\n\\]{3,128})"`,
    ],
    literals: [
      'mysql',
      'PDO',
      'getConnection',
      'oci_',
      'ibase_connect',
      'mssql_connect',
      'sybase_connect',
      'odbc_connect',
      'ftp_login',
      'ssh2_auth',
      'imap_open',
      'DBI->connect',
      'Sequel.connect',
      'MySQLdb',
      'cx_Oracle',
      'oracledb',
    ],
    lead: 8,
    maxLength: 520,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the server that the first argument names as the user of the second.',
  revoke: 'Change the password and read user and password from the environment or a secret store.',
  bad: [
    { path: 'db.php', code: "$db = new PDO('mysql:host=db.acme.io;dbname=shop', 'shop', '{secret}');" },
    { path: 'db.php', code: '$link = mysqli_connect("db.acme.io", "shop", "{secret}", "shop");' },
    { path: 'db.c', code: 'mysql_real_connect(conn, "db.acme.io", "shop", "{secret}", "shop", 0, NULL, 0);' },
    { path: 'Db.java', code: 'Connection c = DriverManager.getConnection(url, "shop", "{secret}");' },
  ],
  good: [
    { path: 'db.php', code: "$db = new PDO($dsn, getenv('DB_USER'), getenv('DB_PASSWORD'));" },
    { path: 'Db.java', code: 'DriverManager.getConnection(url, "sa", "");' },
    { path: 'manual.md', code: 'mysqli_connect("localhost", "my_user", "my_password", "my_db")' },
  ],
});
