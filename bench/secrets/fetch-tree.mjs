// Builds a realistic mixed source tree from the npm registry, PyPI and Debian: node bench/secrets/fetch-tree.mjs DIR
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const npmPackages = [
  'typescript@5.9.3',
  'webpack@5.102.1',
  'next@15.5.6',
  '@angular/core@20.3.6',
  'aws-sdk@2.1692.0',
  'lodash@4.17.21',
  'three@0.180.0',
  'monaco-editor@0.53.0',
  'date-fns@4.1.0',
  'vue@3.5.22',
  'googleapis@163.0.0',
  'firebase@12.4.0',
];
const pythonPackages = [
  'django==5.2.7',
  'ansible==12.1.0',
  'scipy==1.16.2',
  'botocore==1.40.55',
  'sphinx==8.2.3',
  'boto3==1.40.55',
  'apache-airflow-core==3.1.0',
  'jupyterlab==4.4.9',
];
const debianSources = [
  'openssh',
  'nginx',
  'curl',
  'roundcube',
  'phpmyadmin',
  'prometheus',
  'mediawiki',
  'rails',
  'postfix',
];

const target = resolve(process.argv[2] ?? '/tmp/portcullis-bench/tree');

function run(command, args, cwd) {
  try {
    execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    console.error(`${command} ${args.at(-1)}: ${String(error.stderr).trim().split('\n').at(-1)}`);
  }
}

/** Source packages with a configuration and state of apt's own, so that the machine's stays as it is. */
function debianClient(folder) {
  const state = join(folder, '.apt');
  for (const name of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(state, name), { recursive: true });
  const list = join(state, 'sources.list');
  writeFileSync(list, 'deb-src http://deb.debian.org/debian bookworm main\n');
  const options = [
    `Dir::Etc::SourceList=${list}`,
    'Dir::Etc::SourceParts=-',
    `Dir::State::Lists=${state}/lists`,
    `Dir::Cache=${state}/cache`,
  ];
  const flags = options.flatMap((option) => ['-o', option]);
  run('apt-get', [...flags, '--quiet', 'update'], folder);
  return (name) => run('apt-get', [...flags, '--quiet', '--download-only', 'source', name], folder);
}

function unpack(folder) {
  for (const file of readdirSync(folder)) {
    const name = file.replace(/\.(?:tgz|tar\.\w+|whl)$/, '');
    if (name === file || existsSync(join(folder, name))) continue;
    mkdirSync(join(folder, name));
    if (file.endsWith('.whl')) run('python3', ['-m', 'zipfile', '-e', join(folder, file), join(folder, name)], folder);
    else run('tar', ['xf', join(folder, file), '-C', join(folder, name)], folder);
    rmSync(join(folder, file));
  }
}

const clients = {
  npm: [npmPackages, (folder) => (name) => run('npm', ['pack', '--silent', name], folder)],
  // Wheels are unpacked without running anything of theirs; building source distributions would.
  python: [
    pythonPackages,
    (folder) => (name) => run('pip', ['download', '--quiet', '--no-deps', '--only-binary', ':all:', name], folder),
  ],
  debian: [debianSources, debianClient],
};
for (const [kind, [packages, client]] of Object.entries(clients)) {
  const folder = join(target, kind);
  mkdirSync(folder, { recursive: true });
  const fetch = client(folder);
  for (const name of packages) fetch(name);
  unpack(folder);
}
