import type { Recipe } from './planted.ts';

const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** Pipelines, clusters and clouds. */
export const infrastructure: readonly Recipe[] = [
  [
    'docker-compose.yml',
    (p) =>
      `services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: ${p.password()}\n  api:\n    environment:\n      - JWT_SECRET=${p.random('alnum', 40)}\n      - DATABASE_URL=postgres://shop:${p.random('alnum', 18)}@db:5432/shop\n`,
  ],
  [
    'stack/compose.prod.yaml',
    (p) =>
      `services:\n  sql:\n    environment:\n      - "MSSQL_SA_PASSWORD=${p.password('generated')}"\n  minio:\n    environment:\n      MINIO_ROOT_PASSWORD: "${p.random('alnum', 24)}"\n`,
  ],
  [
    'k8s/secret.yaml',
    (p) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  password: ${p.as(p.password(), base64)}\n  api-key: ${p.as(p.random('alnum', 32), base64)}\n`,
  ],
  [
    'k8s/string-data.yaml',
    (p) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: smtp\nstringData:\n  username: mailer\n  password: ${p.password('generated')}\n`,
  ],
  [
    'k8s/deployment.yaml',
    (p) =>
      `spec:\n  containers:\n    - name: api\n      env:\n        - name: DB_PASSWORD\n          value: "${p.password()}"\n        - name: SENTRY_AUTH_TOKEN\n          value: ${p.random('hex', 64)}\n`,
  ],
  [
    'k8s/pull.yaml',
    (p) =>
      `kind: Secret\ntype: kubernetes.io/dockerconfigjson\ndata:\n  .dockerconfigjson: ${p.as(p.password('generated'), (value) => base64(`{"auths":{"registry.acme.io":{"username":"ci","password":"${value}"}}}`))}\n`,
  ],
  [
    'kubeconfig',
    (p) =>
      `apiVersion: v1\nkind: Config\nusers:\n- name: admin\n  user:\n    token: ${p.token('json-web-token')}\n- name: ops\n  user:\n    client-key-data: ${p.as(p.token('private-key'), base64)}\n`,
  ],
  [
    'helm/values.yaml',
    (p) =>
      `postgresql:\n  auth:\n    postgresPassword: ${p.password('generated')}\nredis:\n  auth:\n    password: "${p.random('alnum', 20)}"\ningress:\n  enabled: true\n`,
  ],
  [
    'charts/shop/values-prod.yaml',
    (p) => `secrets:\n  stripeApiKey: ${p.token('stripe-live-key')}\n  cookieSecret: ${p.random('base64', 43)}=\n`,
  ],
  [
    'terraform/prod.tfvars',
    (p) =>
      `region = "eu-central-1"\ndb_password = "${p.password('generated')}"\ndatadog_api_key = "${p.random('hex', 32)}"\n`,
  ],
  [
    'terraform/main.tf',
    (p) =>
      `provider "aws" {\n  access_key = "${p.token('aws-access-key-id')}"\n  secret_key = "${p.random('base64', 40)}"\n}\nresource "aws_db_instance" "db" {\n  username = "shop"\n  password = "${p.password()}"\n}\n`,
  ],
  [
    'terraform.tfstate',
    (p) =>
      `{"version":4,"resources":[{"type":"aws_db_instance","instances":[{"attributes":{"username":"shop","password":"${p.password('generated')}"}}]},{"type":"random_password","instances":[{"attributes":{"length":20,"result":"${p.random('alnum', 20)}"}}]}]}\n`,
  ],
  [
    'terraform/provider.tf',
    (p) =>
      `provider "cloudflare" {\n  api_token = "${p.random('url', 40)}"\n}\nprovider "digitalocean" {\n  token = "${p.token('digitalocean-token')}"\n}\n`,
  ],
  ['Pulumi.prod.yaml', (p) => `config:\n  aws:region: eu-central-1\n  shop:dbPassword: ${p.password()}\n`],
  [
    'cloudformation/db.yaml',
    (p) =>
      `Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUsername: shop\n      MasterUserPassword: ${p.password('generated')}\n`,
  ],
  [
    'arm/parameters.json',
    (p) =>
      `{"parameters":{"administratorLoginPassword":{"value":"${p.password()}"},"storageKey":{"value":"${p.as(p.random('base64', 86), (key) => `${key}==`)}"}}}\n`,
  ],
  [
    'azure/connection.txt',
    (p) =>
      `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${p.as(p.random('base64', 86), (key) => `${key}==`)};EndpointSuffix=core.windows.net\n`,
  ],
  [
    'ansible/group_vars/all.yml',
    (p) =>
      `mysql_root_password: ${p.password()}\ngrafana_admin_password: "${p.password('generated')}"\nslack_token: ${p.token('slack-bot-token')}\n`,
  ],
  [
    'ansible/roles/db/tasks/main.yml',
    (p) =>
      `- name: user\n  community.mysql.mysql_user:\n    name: shop\n    password: "${p.password()}"\n    login_password: ${p.password('generated')}\n`,
  ],
  [
    'Jenkinsfile',
    (p) =>
      `pipeline {\n  environment {\n    SONAR_TOKEN = '${p.token('sonar-token')}'\n    NEXUS_PASSWORD = "${p.password()}"\n  }\n  stages { stage('x') { steps { sh "curl -u ci:${p.random('alnum', 16)} https://nexus.acme.io" } } }\n}\n`,
  ],
  [
    '.gitlab-ci.yml',
    (p) =>
      `variables:\n  DB_PASSWORD: "${p.password()}"\n  DEPLOY_TOKEN: ${p.token('gitlab-token')}\njob:\n  script:\n    - docker login -u ci -p ${p.random('alnum', 20)} $CI_REGISTRY\n`,
  ],
  [
    '.github/workflows/deploy.yml',
    (p) =>
      `on: push\nenv:\n  AWS_ACCESS_KEY_ID: ${p.token('aws-access-key-id')}\n  AWS_SECRET_ACCESS_KEY: ${p.random('base64', 40)}\njobs:\n  a:\n    steps:\n      - run: npm publish\n        env:\n          NODE_AUTH_TOKEN: ${p.token('npm-token')}\n`,
  ],
  [
    'azure-pipelines.yml',
    (p) =>
      `variables:\n- name: sqlPassword\n  value: '${p.password()}'\n- name: nugetKey\n  value: ${p.random('lower', 46)}\n`,
  ],
  [
    '.circleci/config.yml',
    (p) =>
      `jobs:\n  build:\n    docker:\n      - image: acme/app\n        auth:\n          username: ci\n          password: ${p.random('alnum', 18)}\n    environment:\n      CODECOV_TOKEN: ${p.as(p.random('hex', 32), (v) => `${v.slice(0, 8)}-${v.slice(8, 12)}-4${v.slice(13, 16)}-a${v.slice(17, 20)}-${v.slice(20)}`)}\n`,
  ],
  [
    'bitbucket-pipelines.yml',
    (p) =>
      `pipelines:\n  default:\n    - step:\n        script:\n          - export HEROKU_API_KEY=${p.as(p.random('hex', 32), (v) => `${v.slice(0, 8)}-${v.slice(8, 12)}-4${v.slice(13, 16)}-a${v.slice(17, 20)}-${v.slice(20)}`)}\n`,
  ],
  [
    'vagrant/Vagrantfile',
    (p) =>
      `config.vm.provision "shell", env: { "MYSQL_ROOT_PASSWORD" => "${p.password()}" }\nconfig.ssh.password = "${p.password('generated')}"\n`,
  ],
  [
    'packer/build.pkr.hcl',
    (p) =>
      `source "vsphere-iso" "x" {\n  vcenter_server = "vc"\n  password = "${p.password('generated')}"\n  ssh_password = "${p.password()}"\n}\n`,
  ],
  ['cloud-init.yml', (p) => `#cloud-config\nchpasswd:\n  list: |\n    root:${p.random('alnum', 14)}\nrunly: true\n`],
  [
    'unattend.xml',
    (p) => `<AdministratorPassword><Value>${p.password()}</Value><PlainText>true</PlainText></AdministratorPassword>\n`,
  ],
  [
    'router.cfg',
    (p) =>
      `hostname edge1\nenable password ${p.random('alnum', 12)}\nsnmp-server community ${p.random('alnum', 14)} RO\nusername ops password 0 ${p.random('alnum', 12)}\n`,
  ],
  [
    'nomad/job.hcl',
    (p) =>
      `job "api" {\n  group "g" {\n    task "t" {\n      env {\n        DB_PASS = "${p.password()}"\n        API_TOKEN = "${p.random('alnum', 40)}"\n      }\n    }\n  }\n}\n`,
  ],
  [
    'serverless.yml',
    (p) =>
      `provider:\n  name: aws\n  environment:\n    DB_PASSWORD: ${p.password('generated')}\n    MAILCHIMP_KEY: ${p.token('mailchimp-api-key')}\n`,
  ],
  ['fly.toml', (p) => `app = "shop"\n[env]\n  SECRET_KEY_BASE = "${p.random('base64', 64)}"\n`],
  [
    'systemd/app.service',
    (p) =>
      `[Service]\nEnvironment=DB_PASSWORD=${p.password('generated').replace('#', '#')}\nEnvironment="API_KEY=${p.random('alnum', 32)}"\nExecStart=/usr/bin/app\n`,
  ],
];
