import type { Recipe } from './planted.ts';

const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** Documents, dumps, notebooks and other encodings. */
export const documents: readonly Recipe[] = [
  [
    'analysis.ipynb',
    (p) =>
      JSON.stringify({
        cells: [
          {
            cell_type: 'code',
            source: [
              'import os\n',
              `os.environ["OPENAI_API_KEY"] = "${p.token('openai-api-key')}"\n`,
              `db_password = "${p.password()}"\n`,
            ],
            outputs: [{ text: [`token: ${p.token('huggingface-token')}\n`] }],
          },
        ],
        nbformat: 4,
      }),
  ],
  [
    'notes/runbook.md',
    (p) =>
      `# Deploy\n\nLog in with user \`deploy\` and password \`${p.random('alnum', 16)}\`.\n\n\`\`\`sh\nexport AWS_SECRET_ACCESS_KEY=${p.random('base64', 40)}\n\`\`\`\n`,
  ],
  ['README.md', (p) => `Set \`GITLAB_TOKEN=${p.token('gitlab-token')}\` and run \`make\`.\n`],
  [
    'docs/api.rst',
    (p) =>
      `.. code-block:: bash\n\n   curl -H "Authorization: token ${p.token('github-token')}" https://api.github.com/user\n`,
  ],
  [
    'dump.sql',
    (p) =>
      `INSERT INTO settings (name, value) VALUES ('smtp_password', '${p.password('generated')}'), ('stripe_key', '${p.token('stripe-live-key')}');\nCREATE USER 'app'@'%' IDENTIFIED BY '${p.password()}';\n`,
  ],
  [
    'init.sql',
    (p) =>
      `CREATE ROLE reporting LOGIN PASSWORD '${p.password('generated')}';\nALTER LOGIN sa WITH PASSWORD = '${p.password()}';\n`,
  ],
  [
    'users.csv',
    (p) => `name,username,password\nCarla,carla,${p.random('alnum', 14)}\nTom,tom,${p.random('alnum', 14)}\n`,
  ],
  [
    'keys.csv',
    (p) => `User name,Access key ID,Secret access key\nci,${p.token('aws-access-key-id')},${p.random('base64', 40)}\n`,
  ],
  ['wide.txt', (p) => Buffer.from(`\ufeffServer=db;User Id=sa;Password=${p.password()};\r\n`, 'utf16le')],
  [
    'wide.reg',
    (p) =>
      Buffer.from(
        `\ufeffWindows Registry Editor Version 5.00\r\n"DefaultPassword"="${p.password('generated')}"\r\n`,
        'utf16le',
      ),
  ],
  ['id_rsa', (p) => `${p.token('private-key')}\n`],
  ['pem.env', (p) => `PRIVATE_KEY="${p.as(p.token('private-key'), (pem) => pem.replaceAll('\n', '\\n'))}"\n`],
  [
    'encoded.yaml',
    (p) =>
      `config: ${p.as(p.token('github-token'), (token) => base64(`git:\n  url: https://git.acme.io\n  token: ${token}\n`))}\n`,
  ],
  [
    'escaped.js',
    (p) => `const k = "${p.as(p.token('slack-bot-token'), (token) => token.replaceAll('-', '\\u002d'))}";\n`,
  ],
  ['percent.txt', (p) => `https://hooks.acme.io/?redirect=${p.as(p.token('slack-webhook'), encodeURIComponent)}\n`],
  [
    'hex.txt',
    (p) => `payload: ${p.as(p.token('github-token'), (token) => Buffer.from(`token=${token}`).toString('hex'))}\n`,
  ],
  [
    'request.har',
    (p) =>
      `{"headers":[{"name":"Authorization","value":"Bearer ${p.token('json-web-token')}"},{"name":"Cookie","value":"session=${p.random('alnum', 40)}"}]}\n`,
  ],
  ['api.http', (p) => `GET https://api.acme.io/orders\nAuthorization: Bearer ${p.random('url', 43)}\n`],
  [
    'collection.postman.json',
    (p) => `{"auth":{"type":"bearer","bearer":[{"key":"token","value":"${p.random('alnum', 40)}","type":"string"}]}}\n`,
  ],
  [
    'app.log',
    (p) =>
      `2026-01-02 INFO connecting to postgres://app:${p.random('alnum', 16)}@db:5432/app\n2026-01-02 DEBUG using api_key=${p.random('alnum', 32)}\n`,
  ],
  ['mail.eml', (p) => `Subject: access\n\nHi, your password is: ${p.random('alnum', 14)}\n`],
  ['sftp-config.json', (p) => `{"type":"sftp","host":"web1.acme.io","user":"deploy","password":"${p.password()}"}\n`],
  [
    '.vscode/settings.json',
    (p) => `{"sqltools.connections":[{"driver":"MySQL","username":"root","password":"${p.password('generated')}"}]}\n`,
  ],
  [
    'recentservers.xml',
    (p) =>
      `<Server><Host>ftp.acme.io</Host><User>web</User><Pass encoding="base64">${p.as(p.password('generated'), base64)}</Pass></Server>\n`,
  ],
  [
    'shop.pubxml',
    (p) => `<PublishData><publishProfile userName="$shop" userPWD="${p.random('alnum', 60)}" /></PublishData>\n`,
  ],
  [
    'Info.plist',
    (p) =>
      `<dict><key>MapboxSecretToken</key><string>${p.token('mapbox-secret-token')}</string><key>ApiSecret</key><string>${p.random('alnum', 40)}</string></dict>\n`,
  ],
  [
    'strings.xml',
    (p) =>
      `<resources><string name="app_name">Shop</string><string name="payment_api_secret">${p.random('alnum', 40)}</string></resources>\n`,
  ],
];
