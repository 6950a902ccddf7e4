import type { Recipe } from './planted.ts';

const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** Commands and histories of shells. */
export const commands: readonly Recipe[] = [
  [
    '.bash_history',
    (p) =>
      `ls -la\nexport GITHUB_TOKEN=${p.token('github-token')}\nmysql -u root -p${p.password('generated').replace('#', '#')} shop\nsshpass -p '${p.password()}' ssh ops@10.0.0.4\n`,
  ],
  [
    '.zsh_history',
    (p) =>
      `: 1700000000:0;curl -u admin:${p.random('alnum', 16)} https://nexus.acme.io/service/rest\n: 1700000001:0;psql postgresql://ops:${p.random('alnum', 16)}@db/shop\n`,
  ],
  [
    'scripts/call.sh',
    (p) => `#!/bin/sh\ncurl -H "Authorization: Bearer ${p.random('alnum', 40)}" https://api.acme.io/v1/orders\n`,
  ],
  [
    'scripts/push.sh',
    (p) => `curl -X POST -H 'X-Api-Key: ${p.random('alnum', 32)}' -d @order.json https://api.acme.io/orders\n`,
  ],
  [
    'scripts/gl.sh',
    (p) => `curl --header "PRIVATE-TOKEN: ${p.token('gitlab-token')}" https://gitlab.com/api/v4/projects\n`,
  ],
  [
    'scripts/basic.sh',
    (p) =>
      `curl -H "Authorization: Basic ${p.as(p.password('generated'), (value) => base64(`ops:${value}`))}" https://api.acme.io\n`,
  ],
  [
    'deploy.sh',
    (p) =>
      `docker login -u ci -p ${p.random('alnum', 24)} registry.acme.io\nhelm upgrade shop ./chart --set db.password=${p.password('generated').replace('#', '#')}\n`,
  ],
  [
    'login.sh',
    (p) => `echo "${p.random('alnum', 24)}" | docker login --username ci --password-stdin registry.acme.io\n`,
  ],
  ['az.sh', (p) => `az login --service-principal -u 1d2c -p ${p.token('azure-client-secret')} --tenant acme.io\n`],
  ['vault.sh', (p) => `export VAULT_ADDR=https://vault.acme.io\nexport VAULT_TOKEN=${p.token('vault-token')}\n`],
  [
    'backup.sh',
    (p) =>
      `PGPASSWORD='${p.password()}' pg_dump -h db.acme.io -U shop shop > dump.sql\nexport RESTIC_PASSWORD=${p.random('alnum', 28)}\n`,
  ],
  [
    'mongo.sh',
    (p) => `mongodump --uri "mongodb+srv://backup:${p.random('alnum', 20)}@cluster0.ab1cd.mongodb.net/shop"\n`,
  ],
  ['redis.sh', (p) => `redis-cli -h cache -a ${p.random('alnum', 24)} ping\n`],
  [
    'kube.sh',
    (p) =>
      `kubectl create secret generic db --from-literal=password=${p.password('generated').replace('#', '#')}\nkubeadm join 10.0.0.5:6443 --token ${p.token('kubernetes-bootstrap-token')}\n`,
  ],
  ['sql.sh', (p) => `/opt/mssql-tools/bin/sqlcmd -S db -U sa -P '${p.password()}' -Q 'SELECT 1'\n`],
  [
    'openssl.sh',
    (p) => `openssl pkcs12 -export -in c.pem -inkey k.pem -out c.p12 -passout pass:${p.random('alnum', 16)}\n`,
  ],
  [
    'keytool.sh',
    (p) =>
      `keytool -genkeypair -alias shop -keystore shop.jks -storepass ${p.random('alnum', 14)} -keypass ${p.random('alnum', 14)}\n`,
  ],
  [
    'smb.sh',
    (p) =>
      `mount -t cifs //nas/share /mnt -o username=backup,password=${p.random('alnum', 14)}\nsmbclient //nas/share -U 'backup%${p.random('alnum', 14)}'\n`,
  ],
  [
    'net.sh',
    (p) =>
      `wget --user=ci --password='${p.password()}' https://files.acme.io/a.tgz\nlftp -u ci,${p.random('alnum', 14)} ftp.acme.io\n`,
  ],
  ['git.sh', (p) => `git clone https://oauth2:${p.random('url', 26)}@git.acme.io/team/app.git\n`],
  [
    'win.ps1',
    (p) =>
      `$pw = ConvertTo-SecureString "${p.password()}" -AsPlainText -Force\n$env:ARM_CLIENT_SECRET = "${p.token('azure-client-secret')}"\n`,
  ],
  [
    'user.ps1',
    (p) =>
      `New-LocalUser -Name svc -Password (ConvertTo-SecureString '${p.password('generated')}' -AsPlainText -Force)\nnet user svc ${p.random('alnum', 12)} /add\n`,
  ],
  [
    'setup.bat',
    (p) =>
      `set DB_PASSWORD=${p.password('generated')}\nsqlplus shop/${p.random('alnum', 12)}@//ora:1521/SHOP @load.sql\n`,
  ],
  [
    'ansible/inventory.ini',
    (p) =>
      `[web]\nweb1 ansible_host=10.0.0.9 ansible_user=ops ansible_ssh_pass=${p.random('alnum', 16)} ansible_become_pass=${p.random('alnum', 16)}\n`,
  ],
  [
    'Dockerfile',
    (p) =>
      `FROM node:22\nENV NPM_TOKEN=${p.token('npm-token')}\nARG DB_PASSWORD=${p.password('generated')}\nRUN echo "root:${p.random('alnum', 12)}" | chpasswd\n`,
  ],
  [
    'Makefile',
    (p) =>
      `deploy:\n\tAWS_ACCESS_KEY_ID=${p.token('aws-access-key-id')} AWS_SECRET_ACCESS_KEY=${p.random('base64', 40)} terraform apply\n`,
  ],
];
