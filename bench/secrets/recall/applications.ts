import type { Recipe } from './planted.ts';

const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** Settings of applications. */
export const applications: readonly Recipe[] = [
  [
    '.env',
    (p) =>
      `APP_ENV=production\nAPP_DEBUG=false\nDB_HOST=10.1.4.2\nDB_PASSWORD=${p.password()}\nMAIL_HOST=smtp.acme.io\nMAIL_PASSWORD="${p.password('generated')}"\n`,
  ],
  [
    'services/api/.env.production',
    (p) =>
      `JWT_SECRET=${p.random('alnum', 48)}\nSESSION_SECRET='${p.random('hex', 64)}'\nSTRIPE_SECRET_KEY=${p.token('stripe-live-key')}\nSTRIPE_PUBLISHABLE_KEY=\n`,
  ],
  [
    '.env.local',
    (p) =>
      `export OPENAI_API_KEY=${p.token('openai-api-key')}\nexport ANTHROPIC_API_KEY=${p.token('anthropic-api-key')}\n`,
  ],
  [
    'backend/.env',
    (p) =>
      `REDIS_URL=redis://:${p.random('alnum', 24)}@cache.acme.io:6379/0\nAMQP_URL=amqps://shop:${p.random('alnum', 16)}@mq.acme.io:5671/shop\n`,
  ],
  [
    'src/main/resources/application.yml',
    (p) =>
      `spring:\n  datasource:\n    url: jdbc:postgresql://db.acme.io:5432/shop\n    username: shop\n    password: ${p.password()}\n  mail:\n    password: ${p.password('generated')}\n`,
  ],
  [
    'src/main/resources/application-prod.properties',
    (p) =>
      `spring.datasource.password=${p.password('generated')}\nspring.security.oauth2.client.registration.okta.client-secret=${p.random('url', 64)}\nserver.ssl.key-store-password=${p.password()}\n`,
  ],
  [
    'appsettings.Production.json',
    (p) =>
      `{\n  "ConnectionStrings": {\n    "Default": "Server=tcp:shop.database.windows.net,1433;Initial Catalog=shop;User ID=shopadmin;Password=${p.password('generated')};Encrypt=True;"\n  },\n  "Jwt": { "Key": "${p.random('alnum', 40)}" },\n  "SendGrid": { "ApiKey": "${p.token('sendgrid-api-key')}" }\n}\n`,
  ],
  [
    'web.config',
    (p) =>
      `<configuration>\n  <connectionStrings>\n    <add name="Shop" connectionString="Data Source=sql1;Initial Catalog=Shop;User Id=web;Password=${p.password()}" providerName="System.Data.SqlClient" />\n  </connectionStrings>\n  <appSettings>\n    <add key="SmtpPassword" value="${p.password('generated')}" />\n    <add key="RecaptchaSecretKey" value="${p.random('url', 40)}" />\n  </appSettings>\n</configuration>\n`,
  ],
  [
    'shop/settings.py',
    (p) =>
      `DEBUG = False\nSECRET_KEY = '${p.random('lower', 50)}'\nDATABASES = {\n    'default': {\n        'ENGINE': 'django.db.backends.postgresql',\n        'USER': 'shop',\n        'PASSWORD': '${p.password()}',\n    }\n}\nEMAIL_HOST_PASSWORD = '${p.random('lower', 16)}'\n`,
  ],
  [
    'config/database.yml',
    (p) =>
      `production:\n  adapter: mysql2\n  username: shop\n  password: "${p.password('generated')}"\n  host: db.acme.io\n`,
  ],
  ['config/secrets.yml', (p) => `production:\n  secret_key_base: ${p.random('hex', 128)}\n`],
  ['config/master.key', (p) => p.random('hex', 32)],
  ['config/credentials/production.key', (p) => `${p.random('hex', 32)}\n`],
  [
    'wp-config.php',
    (p) =>
      `<?php\ndefine( 'DB_NAME', 'wp' );\ndefine( 'DB_USER', 'wp' );\ndefine( 'DB_PASSWORD', '${p.password('generated')}' );\ndefine( 'AUTH_KEY',         '${p.random('base64', 64)}' );\n`,
  ],
  [
    'app/etc/env.php',
    (p) =>
      `<?php\nreturn [\n    'crypt' => ['key' => '${p.random('hex', 32)}'],\n    'db' => ['connection' => ['default' => ['host' => 'db', 'username' => 'magento', 'password' => '${p.password()}']]],\n];\n`,
  ],
  [
    'config/parameters.yml',
    (p) =>
      `parameters:\n    database_password: ${p.password()}\n    mailer_password: ${p.password('generated')}\n    secret: ${p.random('hex', 40)}\n`,
  ],
  [
    'sites/default/settings.php',
    (p) =>
      `$databases['default']['default'] = array (\n  'database' => 'drupal',\n  'username' => 'drupal',\n  'password' => '${p.password()}',\n);\n$settings['hash_salt'] = '${p.random('url', 74)}';\n`,
  ],
  [
    'configuration.php',
    (p) =>
      `<?php\nclass JConfig {\n\tpublic $user = 'joomla';\n\tpublic $password = '${p.password('generated')}';\n\tpublic $secret = '${p.random('alnum', 16)}';\n}\n`,
  ],
  [
    'config/local.ini',
    (p) => `[database]\nuser = reports\npassword = ${p.password()}\n\n[smtp]\npass=${p.password('generated')}\n`,
  ],
  [
    'etc/app.toml',
    (p) =>
      `[server]\nbind = "0.0.0.0:8080"\n\n[auth]\nhmac_secret = "${p.random('base64', 44)}"\nadmin_token = "${p.random('alnum', 32)}"\n`,
  ],
  [
    'config.json',
    (p) =>
      `{\n  "discord": { "token": "${p.token('discord-bot-token')}" },\n  "db": { "user": "bot", "pass": "${p.password()}" }\n}\n`,
  ],
  [
    'config/default.json',
    (p) => `{"slack":{"botToken":"${p.token('slack-bot-token')}","signingSecret":"${p.random('hex', 32)}"}}\n`,
  ],
  [
    'settings.xml',
    (p) =>
      `<settings><servers><server><id>nexus</id><username>deploy</username><password>${p.password('generated')}</password></server></servers></settings>\n`,
  ],
  [
    'gradle.properties',
    (p) => `org.gradle.jvmargs=-Xmx2g\nsigning.password=${p.password()}\nossrhPassword=${p.password('generated')}\n`,
  ],
  [
    'android/app/build.gradle',
    (p) =>
      `android {\n  signingConfigs {\n    release {\n      storeFile file("release.jks")\n      storePassword "${p.password()}"\n      keyAlias "shop"\n      keyPassword "${p.password('generated')}"\n    }\n  }\n}\n`,
  ],
  [
    'tomcat/conf/tomcat-users.xml',
    (p) =>
      `<tomcat-users>\n  <user username="deployer" password="${p.password('generated')}" roles="manager-script"/>\n</tomcat-users>\n`,
  ],
  [
    'standalone.xml',
    (p) =>
      `<datasource jndi-name="java:/shop">\n  <connection-url>jdbc:mysql://db/shop</connection-url>\n  <security>\n    <user-name>shop</user-name>\n    <password>${p.password()}</password>\n  </security>\n</datasource>\n`,
  ],
  [
    'conf/context.xml',
    (p) =>
      `<Resource name="jdbc/shop" auth="Container" username="shop" password="${p.password()}" url="jdbc:oracle:thin:@db:1521:shop"/>\n`,
  ],
  [
    'hibernate.cfg.xml',
    (p) =>
      `<session-factory>\n<property name="hibernate.connection.username">shop</property>\n<property name="hibernate.connection.password">${p.password('generated')}</property>\n</session-factory>\n`,
  ],
  ['persistence.xml', (p) => `<property name="jakarta.persistence.jdbc.password" value="${p.password()}"/>\n`],
  [
    'alembic.ini',
    (p) =>
      `[alembic]\nsqlalchemy.url = postgresql+psycopg2://app:${p.password('generated').replace('#', '#')}@db.acme.io/app\n`,
  ],
  ['odoo.conf', (p) => `[options]\nadmin_passwd = ${p.password('generated')}\ndb_password = ${p.password()}\n`],
  [
    'grafana.ini',
    (p) => `[security]\nadmin_user = admin\nadmin_password = ${p.password()}\nsecret_key = ${p.random('alnum', 20)}\n`,
  ],
  ['rabbitmq.conf', (p) => `default_user = shop\ndefault_pass = ${p.password('generated')}\n`],
  ['redis.conf', (p) => `bind 0.0.0.0\nrequirepass ${p.random('alnum', 32)}\n`],
  ['my.cnf', (p) => `[client]\nuser=root\npassword=${p.password('generated').replace('#', '#')}\n`],
  ['.pgpass', (p) => `db.acme.io:5432:shop:shop:${p.random('alnum', 18)}\n`],
  ['mongod.conf.js', (p) => `db.createUser({ user: 'app', pwd: '${p.password()}', roles: ['readWrite'] });\n`],
  [
    'elasticsearch.yml',
    (p) =>
      `xpack.security.enabled: true\nxpack.notification.email.account.work.smtp.secure_password: ${p.password('generated')}\n`,
  ],
  [
    'logstash.conf',
    (p) =>
      `output {\n  elasticsearch {\n    hosts => ["https://es:9200"]\n    user => "logstash"\n    password => "${p.password()}"\n  }\n}\n`,
  ],
  [
    'filebeat.yml',
    (p) =>
      `output.elasticsearch:\n  hosts: ["es:9200"]\n  api_key: "${p.as(p.random('url', 20), (id) => `${id}:wK3mZp7Rt2Qx9Lb5Vn8Hy1`)}"\n`,
  ],
  [
    'prometheus/alertmanager.yml',
    (p) =>
      `receivers:\n  - name: ops\n    slack_configs:\n      - api_url: ${p.token('slack-webhook')}\n    pagerduty_configs:\n      - routing_key: ${p.random('hex', 32)}\n`,
  ],
  [
    'nuget.config',
    (p) =>
      `<packageSourceCredentials><acme><add key="Username" value="ci" /><add key="ClearTextPassword" value="${p.random('lower', 52)}" /></acme></packageSourceCredentials>\n`,
  ],
  ['.npmrc', (p) => `registry=https://npm.acme.io/\n//npm.acme.io/:_authToken=${p.random('hex', 36)}\n`],
  ['home/.npmrc', (p) => `//registry.npmjs.org/:_authToken=${p.token('npm-token')}\n`],
  [
    'legacy/.npmrc',
    (p) => `_auth=${p.as(p.password('generated'), (value) => base64(`ci:${value}`))}\nalways-auth=true\n`,
  ],
  ['.yarnrc.yml', (p) => `npmScopes:\n  acme:\n    npmAuthToken: "${p.random('alnum', 40)}"\n`],
  [
    '.pypirc',
    (p) =>
      `[pypi]\nusername = __token__\npassword = ${p.token('pypi-token')}\n\n[acme]\nrepository = https://pypi.acme.io\nusername = ci\npassword = ${p.password()}\n`,
  ],
  ['pip.conf', (p) => `[global]\nindex-url = https://ci:${p.random('alnum', 20)}@pypi.acme.io/simple\n`],
  [
    'auth.json',
    (p) =>
      `{"http-basic":{"repo.acme.io":{"username":"ci","password":"${p.random('hex', 40)}"}},"github-oauth":{"github.com":"${p.token('github-token')}"}}\n`,
  ],
  ['.cargo/credentials.toml', (p) => `[registry]\ntoken = "${p.token('crates-io-token')}"\n`],
  ['.gem/credentials', (p) => `---\n:rubygems_api_key: ${p.token('rubygems-api-key')}\n`],
  [
    '.netrc',
    (p) =>
      `machine api.heroku.com\n  login ops@acme.io\n  password ${p.random('hex', 40)}\nmachine git.acme.io login ci password ${p.password('generated')}\n`,
  ],
  [
    '.git-credentials',
    (p) => `https://ci:${p.token('gitlab-token')}@gitlab.com\nhttps://bot:${p.random('alnum', 24)}@git.acme.io\n`,
  ],
  [
    '.docker/config.json',
    (p) =>
      `{"auths":{"https://index.docker.io/v1/":{"auth":"${p.as(p.password('generated'), (value) => base64(`acme:${value}`))}"}}}\n`,
  ],
  [
    '.aws/credentials',
    (p) =>
      `[default]\naws_access_key_id = ${p.token('aws-access-key-id')}\naws_secret_access_key = ${p.random('base64', 40)}\n`,
  ],
  [
    '.s3cfg',
    (p) => `[default]\naccess_key = ${p.token('aws-access-key-id')}\nsecret_key = ${p.random('base64', 40)}\n`,
  ],
  [
    '.boto',
    (p) => `[Credentials]\ngs_access_key_id = GOOG1EXAMPLEKEYNONE\ngs_secret_access_key = ${p.random('base64', 40)}\n`,
  ],
  [
    'rclone.conf',
    (p) => `[b2]\ntype = b2\naccount = 0012345\nkey = ${p.as(p.random('alnum', 27), (value) => `K001${value}`)}\n`,
  ],
  [
    '.dockercfg',
    (p) => `{"registry.acme.io":{"username":"ci","password":"${p.password('generated')}","email":"ci@acme.io"}}\n`,
  ],
  ['ldap.conf', (p) => `uri ldaps://ldap.acme.io\nbinddn cn=svc,dc=acme,dc=io\nbindpw ${p.password('generated')}\n`],
  ['slapd.ldif', (p) => `dn: cn=config\nolcRootPW: ${p.password('generated')}\n`],
  ['wpa_supplicant.conf', (p) => `network={\n  ssid="office"\n  psk="${p.password()}"\n}\n`],
  ['wg0.conf', (p) => `[Interface]\nAddress = 10.8.0.2/24\nPrivateKey = ${p.token('wireguard-key')}\n`],
  ['sip.conf', (p) => `[6001]\ntype=friend\nsecret=${p.random('alnum', 14)}\nhost=dynamic\n`],
  ['haproxy.cfg', (p) => `userlist admins\n  user ops insecure-password ${p.password('generated')}\n`],
  [
    'google-services/service-account.json',
    (p) =>
      `{"type":"service_account","project_id":"acme","private_key_id":"x","private_key":"${p.as(p.token('private-key'), (pem) => pem.replaceAll('\n', '\\n'))}","client_email":"ci@acme.iam.gserviceaccount.com"}\n`,
  ],
  [
    'oauth/client_secret.json',
    (p) =>
      `{"web":{"client_id":"1.apps.googleusercontent.com","client_secret":"${p.token('google-oauth-client-secret')}"}}\n`,
  ],
  [
    'config/keycloak.json',
    (p) => `{"realm":"acme","resource":"shop","credentials":{"secret":"${p.random('alnum', 32)}"}}\n`,
  ],
  ['firebase/config.js', (p) => `admin.initializeApp({ databaseURL, serverKey: "${p.random('url', 40)}" });\n`],
  [
    'config/services.php',
    (p) =>
      `return [\n  'mailgun' => ['secret' => '${p.as(p.random('hex', 32), (value) => `key-${value}`)}'],\n  'twilio' => ['sid' => 'AC00', 'token' => '${p.random('hex', 32)}'],\n];\n`,
  ],
];
