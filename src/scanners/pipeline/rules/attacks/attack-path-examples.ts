import type { Example, RuleMeta } from '../../../../model/rule.ts';

/** A repository: its workflows by the names of their files. */
function repository(first: string, workflows: Readonly<Record<string, string>>): Example {
  const path = (name: string): string => `.github/workflows/${name}.yml`;
  const { [first]: code = '', ...others } = workflows;
  const beside = Object.fromEntries(Object.entries(others).map(([name, text]) => [path(name), text]));
  return { path: path(first), code, beside };
}

const cache = (key: string): string =>
  `      - uses: actions/cache@v4\n        with:\n          path: ~/.local/share/pnpm/store\n          key: ${key}\n`;
const storeKey = "${{ runner.os }}-pnpm-${{ hashFiles('**/pnpm-lock.yaml') }}";

/** Measures the size of what a pull request builds, for a comment. */
const bundleSize = (event: string, steps: string): string => `name: bundle size
on: ${event}
permissions:
  contents: read
jobs:
  measure:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
${steps}      - run: pnpm install && pnpm build
`;

const release = (steps: string): string => `name: release
on:
  push:
    branches: [main]
permissions:
  contents: read
  id-token: write
jobs:
  release:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
${steps}      - run: pnpm install --frozen-lockfile
      - run: pnpm publish --provenance
`;

const titleCheck = (permissions: string): string => `on: pull_request_target
${permissions}jobs:
  title:
    runs-on: ubuntu-24.04
    steps:
      - run: ./check-title "\${{ github.event.pull_request.title }}"
`;

const byHand = `on: workflow_dispatch
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: npm run release
        env:
          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}
`;

const onMachine = (event: string, secret: string): string => `on: ${event}
jobs:
  build:
    runs-on: [self-hosted, linux]
    steps:
      - uses: actions/checkout@v4
      - run: make
${secret}`;
const pushToken = '        env:\n          TOKEN: ${{ secrets.PUSH_TOKEN }}\n';

const tests = (event: string): string => `name: tests
on: ${event}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: make coverage
      - uses: actions/upload-artifact@v4
        with:
          name: coverage
          path: coverage/
`;
const report = `on:
  workflow_run:
    workflows: [tests]
    types: [completed]
permissions:
  contents: write
jobs:
  report:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/download-artifact@v4
        with:
          run-id: \${{ github.event.workflow_run.id }}
      - run: ./coverage/report.sh
`;

const imageFor = (condition: string): Example => ({
  path: '.gitlab-ci.yml',
  code: `builder:
  stage: build
  script:
    - docker build -t $CI_REGISTRY_IMAGE/ci:stable ci
    - docker push $CI_REGISTRY_IMAGE/ci:stable
  rules:
    - if: ${condition}
deploy:
  stage: deploy
  image: $CI_REGISTRY_IMAGE/ci:stable
  environment: production
  script: [./deploy.sh]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`,
});

const gitlabCache = (more: string): Example => ({
  path: '.gitlab-ci.yml',
  code: `stages: [build, deploy]
build:
  stage: build
  cache:
    key: modules
    paths: [node_modules]
${more}  script: [npm run build]
  artifacts:
    paths: [dist]
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
pages-upload:
  stage: deploy
  script: [aws s3 sync dist s3://site]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`,
});

const notes = (script: string, needs = ''): Example => ({
  path: '.gitlab-ci.yml',
  code: `stages: [build, deploy]
notes:
  stage: build
  script:
    - ${script}
  artifacts:
    paths: [public]
    reports:
      dotenv: notes.env
deploy:
  stage: deploy
${needs}  environment: production
  script: [./deploy.sh]
`,
});

/** Ways that were gone, as far as public reports tell them, and near ones that lead nowhere. */
export const attackPathExamples: Pick<RuleMeta, 'bad' | 'good'> = {
  bad: [
    // The cache that a pull request fills is the one that the release restores, with provenance that is valid.
    repository('size', {
      size: bundleSize('pull_request_target', cache(storeKey)),
      release: release(cache(storeKey)),
    }),
    // A title becomes code where caches are saved for everybody.
    repository('title', { title: titleCheck('permissions: {}\n'), release: release(cache('tools-${{ runner.os }}')) }),
    // A title becomes code, and the token starts the workflow that publishes.
    repository('title', { title: titleCheck('permissions: write-all\n'), publish: byHand }),
    // Code of a fork stays on a machine where a later job has a token.
    repository('ci', {
      ci: onMachine('pull_request', ''),
      nightly: onMachine('{ schedule: [{ cron: 0 4 * * * }] }', pushToken),
    }),
    // What a fork uploads is run by the workflow that follows.
    repository('tests', { tests: tests('pull_request'), report }),
    // What a pull request builds is what is published.
    repository('ci', {
      ci: `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: make
      - uses: actions/upload-artifact@v4
        with:
          name: site
          path: out
    permissions: {}
  preview:
    needs: build
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/download-artifact@v4
        with:
          name: site
      - uses: cloudflare/wrangler-action@v3
        with:
          apiToken: \${{ secrets.CLOUDFLARE }}
`,
    }),
    imageFor('$CI_PIPELINE_SOURCE == "merge_request_event"'),
    gitlabCache('    unprotect: true\n'),
    notes('sh -c "echo $CI_COMMIT_TITLE > public/notes.html"'),
    notes('eval "TITLE=$CI_COMMIT_MESSAGE"', '  needs: [notes]\n'),
  ],
  good: [
    repository('size', { size: bundleSize('pull_request', cache(storeKey)), release: release(cache(storeKey)) }),
    repository('size', { size: bundleSize('pull_request_target', cache(storeKey)), release: release('') }),
    repository('size', {
      size: bundleSize('pull_request_target', cache(storeKey)),
      release: release(cache('${{ github.run_id }}')),
    }),
    repository('title', { title: titleCheck('permissions: { contents: read }\n'), publish: byHand }),
    repository('title', {
      title: titleCheck('permissions: write-all\n').replace('"${{ github.event.pull_request.title }}"', '"$TITLE"'),
      publish: byHand,
    }),
    repository('ci', {
      ci: onMachine('pull_request', '').replace('self-hosted', 'ubuntu-24.04'),
      nightly: onMachine('{ schedule: [{ cron: 0 4 * * * }] }', pushToken),
    }),
    repository('ci', {
      ci: onMachine('pull_request', ''),
      nightly: onMachine('push', pushToken)
        .replace('linux', 'release-only')
        .replace('self-hosted, ', 'self-hosted, signing, '),
    }),
    repository('tests', { tests: tests('push'), report }),
    imageFor('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'),
    {
      ...imageFor('$CI_PIPELINE_SOURCE == "merge_request_event"'),
      code: imageFor('$CI_PIPELINE_SOURCE == "merge_request_event"').code.replaceAll(
        'docker push $CI_REGISTRY_IMAGE/ci:stable',
        'docker push $CI_REGISTRY_IMAGE/ci:$CI_COMMIT_SHA',
      ),
    },
    gitlabCache(''),
    notes('echo "$CI_COMMIT_TITLE" > public/notes.html'),
    notes('eval "TITLE=$CI_COMMIT_MESSAGE"', '  needs: []\n'),
  ],
};
