import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

/** Another keyword of a connection string: without one it is a mere assignment. */
const keyword = String.raw`(?:server|data ?source|addr(?:ess)?|host(?:name)?|network address|initial catalog|database|dbq?|user ?id|uid|user(?:name)?|dsn|driver|provider|port|endpoint|contact points?|service|abortconnect|ssl|allowadmin|integrated security|trusted_connection|encrypt|multipleactiveresultsets|max pool size)\s{0,4}=`;

/** What leads up to the password: a keyword with its value, or the first host of a Redis string. */
const before = String.raw`(?:${keyword}[^;"\n]{0,120};[^"\n]{0,240}|[\w.-]{3,80}:\d{2,5},[^"\n]{0,100})`;

const name = String.raw`(?:password|pwd)\s{0,4}=`;

export const connectionStringPassword = defineSecret({
  id: 'secrets/connection-string-password',
  title: 'Password in a connection string',
  provider: 'Database',
  regex: {
    source: String.raw`(?:(?<=${before})|(?=${name}[^;,"\n]{1,120};[^"\n]{0,240}${keyword}))(?<=[;,"'\s>]|quot;)${name}\s{0,4}(?:'|&quot;)?(?<secret>[^;,"'\s&<>\`]{3,128}|[^;"'\n&\`]{3,128})(?=['"&;,\s\`]|$)`,
    caseless: true,
    literals: ['password=', 'pwd=', 'password =', 'pwd ='],
    lead: 0,
    maxLength: 520,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the database or cache that the rest of the string names.',
  revoke:
    'Change the password and take the string from the environment, a secret store or user secrets; with a managed identity it needs no password.',
  references: ['https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax'],
  bad: [
    {
      path: 'appsettings.json',
      code: '"Default": "Server=sql01.acme.io;Database=Shop;User Id=shop;Password={secret};TrustServerCertificate=True"',
    },
    {
      path: 'web.config',
      code: '<add name="Db" connectionString="Data Source=sql01;Initial Catalog=Shop;User ID=sa;Pwd={secret}" />',
    },
    {
      path: 'cache.cs',
      code: 'var redis = ConnectionMultiplexer.Connect("cache.acme.io:6380,password={secret},ssl=True");',
    },
    { path: 'odbc.py', code: 'cn = pyodbc.connect("DRIVER={PostgreSQL};SERVER=db1;UID=app;PWD={secret}")' },
  ],
  good: [
    { path: 'appsettings.json', code: '"Default": "Server=.;Database=Shop;Integrated Security=True"' },
    { path: 'appsettings.json', code: '"Default": "Server=db;Database=Shop;User Id=sa;Password=#{DbPassword}#"' },
    { path: 'Db.cs', code: '$"Server={host};Database={db};User Id={user};Password={password};"' },
  ],
});
