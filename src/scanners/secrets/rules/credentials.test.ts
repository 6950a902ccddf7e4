import { describe, expect, it } from 'vitest';
import { seededRandom } from '../shape-sample.ts';
import { drawPassword } from '../proof/draw.ts';
import { ownRules } from '../own-rules.ts';
import { createSecretDetector } from '../secret-detector.ts';
import { secretRules } from './all.ts';

const detector = createSecretDetector(ownRules, new Date('2026-01-01T00:00:00Z'));
const formats = new Set(secretRules.map((rule) => rule.id));

/** What rules of formats report; the classifier has tests of its own. */
function reported(path: string, code: string): string[] {
  return detector
    .detect({ bytes: Buffer.from(code), path, binary: false })
    .candidates.filter(({ rule, dropped, outcome }) => formats.has(rule.id) && !dropped && outcome !== 'refuted')
    .map(({ value }) => value);
}

/** `{secret}` is a password, `{base64}` its base64, `{basic}` that of `ci:` and the password. */
describe('finds the password and nothing else in', () => {
  const password = drawPassword(seededRandom(7));
  const encoded = Buffer.from(password).toString('base64');
  const basic = Buffer.from(`ci:${password}`).toString('base64');

  it.each([
    ['.env', 'REDIS_URL="rediss://default:{secret}@redis-1.acme.cloud:25061"'],
    ['.env', 'SMTP_URL=smtps://no%2Dreply:{secret}@mail.acme.io:465'],
    ['.env', 'MONGO=mongodb://root:{secret}@m0.acme.io:27017,m1.acme.io:27017/?replicaSet=rs0'],
    ['db.py', 'engine = create_engine(f"mysql+pymysql://etl:{secret}@{host}/dw?charset=utf8")'],
    ['a.ts', "const url = 'jdbc:mysql://root:{secret}@10.0.0.4:3306/x';"],
    ['camera.yml', 'stream: rtsp://viewer:{secret}@192.168.1.64:554/h264'],
    ['appsettings.json', '"Main": "Host=pg.acme.io;Username=shop;Password={secret};Database=shop"'],
    ['Hr.cs', 'options.UseSqlServer("Data Source=SQL01;Initial Catalog=HR;User Id=hr;Password=\'{secret}\'");'],
    ['etl.sh', 'export DSN="Password={secret};User ID=etl;Server=dw"'],
    ['db.py', 'psycopg2.connect("host=db.acme.io dbname=shop user=shop password={secret}")'],
    ['poll.py', 'subprocess.run(["curl", "-u", "svc:{secret}", url])'],
    ['poll.sh', 'wget --user=svc --password={secret} https://files.acme.io/x.zip'],
    ['poll.http', 'Authorization: Basic {basic}'],
    ['poll.js', "'Proxy-Authorization': `Basic {basic}`"],
    ['Makefile', '\tmysqldump -h db -u backup --password={secret} shop > shop.sql'],
    ['cron', '0 3 * * * root /usr/bin/mysqldump -ubackup -p{secret} shop | gzip > /b/shop.gz'],
    ['copy.sh', 'smbclient //files/share -U svc%{secret} -c "put a.zip"'],
    ['copy.sh', 'lftp -u web,{secret} sftp://files.acme.io'],
    ['map.cmd', 'net use X: \\\\files\\share {secret} /user:ACME\\svc'],
    ['verify.sh', 'openssl rsa -in key.pem -passin pass:{secret} -out plain.pem'],
    ['unlock.sh', 'security unlock-keychain -p {secret} build.keychain'],
    ['init.sql', "GRANT ALL ON shop.* TO 'shop'@'%' IDENTIFIED BY '{secret}';"],
    ['init.sql', "create user shop with\n  login\n  password '{secret}';"],
    ['vars.yml', 'ansible_ssh_pass: {secret}'],
    ['.fetchmailrc', "poll mail.acme.io user 'ops' pass '{secret}'"],
    ['.yarnrc.yml', 'npmScopes:\n  acme:\n    npmAuthToken: {secret}\n'],
    ['secret.yml', 'kind: Secret\nmetadata: {name: db}\ndata:\n  DB_USER: c2hvcA==\n  DB_PASSWORD: {base64}\n'],
    ['list.yml', '---\nkind: Secret\ntype: Opaque\ndata:\n  # comment\n  api-key: {base64}\n---\nkind: Service\n'],
    ['sites.xml', '<Server><User>web</User><Pass encoding="base64">{base64}</Pass></Server>'],
    ['Config.java', 'provider.setCredentials(any, new UsernamePasswordCredentials("elastic", "{secret}"));'],
    ['sensor.ino', 'WiFi.begin("office-iot", "{secret}");'],
    ['users.cmd', 'net user deploy {secret} /add'],
  ])('%s: %s', (path, template) => {
    const secret = template.includes('{base64}') ? encoded : template.includes('{basic}') ? basic : password;
    const code = template.replace(/\{(?:secret|base64|basic)\}/, secret);
    expect(reported(path, code)).toEqual([secret]);
  });

  it('a manifest with several values: all of them', () => {
    const values = [1, 2, 3, 4].map((seed) => Buffer.from(drawPassword(seededRandom(seed))).toString('base64'));
    const data = values.map((value, index) => `  key${index}: ${value}\n`).join('');
    expect(reported('secret.yaml', `apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\ndata:\n${data}`)).toEqual(
      values,
    );
  });
});

it.each([
  ['README.md', 'Set `DATABASE_URL=postgres://USER:PASSWORD@HOST:5432/NAME` before you start.'],
  ['README.md', 'curl -u <user>:<password> https://api.acme.io'],
  ['README.md', 'kubectl create secret generic db --from-literal=password=<your-password>'],
  ['README.md', 'Use `Authorization: Basic base64(user:pass)` or `Authorization: Bearer <token>`.'],
  ['.env.example', 'DATABASE_URL="postgresql://postgres:postgres@localhost:5432/postgres?schema=public"'],
  ['.env.example', 'REDIS_URL=redis://localhost:6379'],
  ['app.js', 'const url = `mongodb://${user}:${pass}@${host}/${db}`;'],
  ['app.py', 'url = "mysql://%s:%s@%s/%s" % (user, password, host, name)'],
  ['proxy.conf', 'https://proxy.acme.io:8080/a@b'],
  ['compose.yml', 'test: ["CMD", "mysqladmin", "ping", "-uroot", "-proot"]'],
  ['compose.yml', 'image: mongo\nports: ["27017:27017"]\nrun: docker run mongo -p 27017:27017'],
  ['appsettings.json', '"Db": "Server=localhost;Database=app;User Id=sa;Password=<YourStrong@Passw0rd>;"'],
  ['client.py', 'connect(host=host, username=user, password=password, port=22)'],
  ['secret.yaml', 'kind: Secret\ndata:\n  username: c2hvcA==\n  password: cGFzc3dvcmQ=\n'],
  ['secret.yaml', 'kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n'],
  ['push.sh', 'aws ecr get-login-password | docker login --username AWS --password-stdin $REGISTRY'],
  ['list.sh', 'echo "nameserver 1.1.1.1" | sudo tee /etc/resolv.conf'],
  ['backup.sh', 'mysql -h "$HOST" -u "$USER" -p"$PASS" -e "select 1"'],
  ['clean.sh', "find /var/lib/mysql -type f -path '*/lost+found/*' -print"],
  ['build.gradle', 'storePassword "android"'],
  ['trust.sh', 'keytool -import -keystore cacerts -storepass changeit'],
  ['basic.css', '.btn { content: "Basic label-container"; }'],
  ['notes.txt', 'The column is identified by "position" and the user may set it.'],
  ['wpa.log', 'wlan0  54 Mbit/s  WPA2  pair_ccmp group_ccmp psk'],
  ['NEWS', 'nmcli now supports password requests and PolicyKit authorizations'],
  ['client.py', "env = {'MYSQL_PWD': password}"],
  ['redis.conf', '# the master is protected (using the "requirepass" configuration directive)'],
  ['rules', 'dh_installdocs -proundcube-mysql -proundcube-pgsql'],
])('is quiet about %s: %s', (path, code) => {
  expect(reported(path, code)).toEqual([]);
});
