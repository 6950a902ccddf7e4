const compose = 'services:\n  web:\n    build: .\n';
const manifest = (scripts: Readonly<Record<string, string>>, more: object = {}): string =>
  JSON.stringify({ name: 'shop', scripts, ...more });

/** Projects of the kinds that there are, by name: what their pipelines are tested with. */
export const samples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'nothing yet': { 'README.md': '# shop\n' },
  'npm, one image, Helm': {
    'package.json': manifest({ lint: 'eslint .', build: 'tsc', test: 'vitest run' }),
    'package-lock.json': '{}',
    '.nvmrc': '22\n',
    Dockerfile: 'FROM scratch\n',
    'deploy/chart/Chart.yaml': 'name: shop\n',
  },
  'pnpm without an image': {
    'package.json': manifest({ build: 'vite build', test: 'vitest' }, { packageManager: 'pnpm@10.33.0' }),
    'pnpm-lock.yaml': '',
  },
  'yarn 4, manifests': {
    'package.json': manifest({ test: 'jest' }),
    'yarn.lock': '',
    '.yarnrc.yml': 'nodeLinker: node-modules\n',
    Dockerfile: 'FROM scratch\n',
    'k8s/deployment.yaml': 'kind: Deployment\n',
  },
  'bun, kustomize': {
    'package.json': manifest({ test: 'bun test' }),
    'bun.lock': '',
    Containerfile: 'FROM scratch\n',
    'infra/kustomization.yaml': 'resources: []\n',
  },
  'pip with hashes': {
    'requirements.txt': 'flask==3.1.2 --hash=sha256:00\n',
    'setup.py': '',
    'tests/test_app.py': '',
    'docker-compose.yml': compose,
  },
  'pip without hashes': { 'requirements.txt': 'flask\npytest\nruff\n' },
  Poetry: {
    'pyproject.toml': '[build-system]\n[tool.ruff]\n# pytest\n',
    'poetry.lock': '',
    Dockerfile: 'FROM scratch\n',
  },
  uv: { 'pyproject.toml': '[build-system]\n# pytest\n', 'uv.lock': '', '.python-version': '3.13\n' },
  Pipenv: { Pipfile: 'pytest = "*"\n', 'Pipfile.lock': '{}' },
  'Go and Terraform': {
    'go.mod': 'module example.com/shop\n',
    'go.sum': '',
    'main.go': 'package main\n',
    'infra/main.tf': 'terraform {}\n',
  },
  'Java with Maven': { 'pom.xml': '<project/>', mvnw: '', 'api/pom.xml': '<project/>', Dockerfile: 'FROM scratch\n' },
  'Java with Gradle': {
    'build.gradle.kts': '',
    gradlew: '',
    'gradle/verification-metadata.xml': '<x/>',
    Dockerfile: 'FROM scratch\n',
  },
  Ruby: { Gemfile: '', 'Gemfile.lock': '', '.rubocop.yml': '', 'spec/shop_spec.rb': '', '.ruby-version': '3.4.1\n' },
  Rust: { 'Cargo.toml': '', 'Cargo.lock': '' },
  PHP: { 'composer.json': '{"scripts":{"test":"phpunit"}}', 'composer.lock': '{}', Dockerfile: 'FROM scratch\n' },
  '.NET': { 'Shop.sln': '', 'src/Shop/Shop.csproj': '', 'src/Shop/packages.lock.json': '{}' },
  'mixed, several images': {
    'web/package.json': manifest({ lint: 'eslint .', build: 'vite build', test: 'vitest run' }),
    'web/package-lock.json': '{}',
    'web/Dockerfile': 'FROM scratch\n',
    'services/api/go.mod': 'module example.com/api\n',
    'services/api/go.sum': '',
    'services/api/Dockerfile': 'FROM scratch\n',
    'services/jobs/go.mod': 'module example.com/jobs\n',
    'services/jobs/go.sum': '',
    'services/mail/requirements.txt': 'pytest==8.4.2 --hash=sha256:00\n',
    'services/mail/Dockerfile': 'FROM scratch\n',
    'infra/main.tf': 'terraform {}\n',
    'deploy/Chart.yaml': 'name: shop\n',
  },
};
