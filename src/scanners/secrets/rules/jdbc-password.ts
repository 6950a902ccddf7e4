import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const jdbcPassword = defineSecret({
  id: 'secrets/jdbc-password',
  title: 'Password in a JDBC URL',
  provider: 'Database',
  regex: {
    source: String.raw`jdbc:(?:oracle:thin:[\w$.-]{1,60}/(?=[^\s"'@/]{3,60}@)|[a-z0-9:]{2,30}:[^\s"'<>]{1,300}?[?&;](?:password|pwd|pass)=)(?<secret>[^\s"'&;?<>@\\]{3,128})`,
    literals: ['jdbc:'],
    lead: 0,
    maxLength: 500,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the database that the URL names.',
  revoke:
    'Change the password and pass it to the driver as a property that comes from the environment or a secret store.',
  bad: [
    {
      path: 'application.yml',
      code: '    url: jdbc:mysql://db.acme.io:3306/shop?user=shop&password={secret}&useSSL=true',
    },
    { path: 'Db.java', code: 'ds.setURL("jdbc:oracle:thin:shop/{secret}@//ora1.acme.io:1521/SHOP");' },
    { path: 'etl.scala', code: 'val url = "jdbc:sqlserver://sql01:1433;databaseName=shop;user=etl;password={secret}"' },
  ],
  good: [
    { path: 'application.yml', code: '    url: jdbc:mysql://db.acme.io:3306/shop?user=shop&password=${DB_PASSWORD}' },
    { path: 'Db.java', code: 'ds.setURL("jdbc:oracle:thin:@//ora1.acme.io:1521/SHOP");' },
  ],
});
