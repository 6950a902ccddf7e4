import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/policy/run-command.ts';
import { scratch } from '../../../test/support/scratch.ts';
import { startRegistry, type LocalRegistry } from '../../lib/registry/testing/local-registry.ts';
import { pipelineCommand } from '../commands/pipeline.ts';
import { LocalForge } from './testing/local-forge.ts';

const make = scratch();
let registry: LocalRegistry;
let forge: LocalForge;

beforeAll(async () => {
  registry = await startRegistry();
  forge = await LocalForge.start(make.directory());
});

afterAll(() => {
  registry.close();
  forge.server.close();
});

const mirrors = (): readonly string[] => [
  ...['docker.io', 'ghcr.io'].flatMap((host) => ['--mirror', `${host}=${registry.origin}`]),
  ...['github.com', 'gitlab.com', 'example.com'].flatMap((host) => ['--mirror', `${host}=${forge.server.origin}`]),
];

const lock = async (root: string, ...args: readonly string[]) =>
  await runCommand(pipelineCommand, ['lock', root, ...args], root, new Date('2030-01-01T00:00:00Z'));
const online = async (root: string, ...args: readonly string[]) => await lock(root, '--online', ...mirrors(), ...args);
const expand = async (root: string, ...args: readonly string[]) =>
  await runCommand(pipelineCommand, ['expand', root, ...args], root);

interface Entry {
  readonly kind: string;
  readonly address: string;
  readonly [field: string]: unknown;
}

function entriesOf(root: string): readonly Entry[] {
  return (JSON.parse(readFileSync(join(root, 'ci.lock'), 'utf8')) as { entries: Entry[] }).entries;
}

const workflow = (...uses: readonly string[]): string =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${uses.map((use) => `      - uses: ${use}\n`).join('')}`;

describe('without the network', () => {
  test('what the definition itself knows is written, the rest is listed', async () => {
    const sha = 'a1'.repeat(20);
    const digest = `sha256:${'b2'.repeat(32)}`;
    const root = make.directory({
      '.github/workflows/a.yml': workflow(`o/a@${sha} # v1`, 'o/b@v2', `docker://alpine:3@${digest}`, './local'),
      '.gitlab-ci.yml':
        'include:\n  - remote: https://example.com/x.yml\n    integrity: sha256-abc\na: { image: $X, script: [y] }\n',
    });
    const { code, stdout } = await lock(root);
    expect(stdout).toBe(`added alpine:3: without asking anybody
added o/a@${sha}: without asking anybody
unresolved o/b@v2: it is looked up only with --online
added https://example.com/x.yml: without asking anybody
open $X (.gitlab-ci.yml:4:13): known only when the pipeline runs
ci.lock: 3 entries
`);
    expect(code).toBe(2);
    expect(readFileSync(join(root, 'ci.lock'), 'utf8')).toBe(`{
  "version": 1,
  "entries": [
    {"kind":"action","address":"o/a","ref":"${sha}","resolved":"${sha}"},
    {"kind":"image","address":"docker.io/library/alpine","ref":"3","resolved":"${digest}"},
    {"kind":"include","address":"https://example.com/x.yml","integrity":"sha256-abc"}
  ]
}
`);
    expect(await lock(root, '--check')).toMatchObject({ code: 1 });
    writeFileSync(join(root, '.github/workflows/a.yml'), workflow(`o/a@${sha}`));
    expect(await lock(root)).toMatchObject({ code: 0 });
    expect(await lock(root, '--check')).toMatchObject({ code: 0 });
  });

  test('usage', async () => {
    const root = make.directory({ '.gitlab-ci.yml': 'a: { script: [y] }\n' });
    expect(await lock(root, '--check')).toMatchObject({ code: 2 });
    expect(await lock(root, '--check', '--online')).toMatchObject({ code: 2 });
    for (const option of [
      ['--vendor'],
      ['--update'],
      ['--accept-moved'],
      ['--min-age', '7d'],
      ['--mirror', 'a=https://b'],
    ]) {
      expect(await lock(root, ...option)).toMatchObject({ code: 2 });
    }
    expect(await lock(root, '--online', '--min-age', 'old')).toMatchObject({ code: 2 });
    expect(await lock(root, '--online', '--mirror', 'docker.io')).toMatchObject({ code: 2 });
    writeFileSync(join(root, 'ci.lock'), '{');
    expect(await lock(root)).toMatchObject({ code: 2 });
    expect(await lock(make.directory({ a: 'b' }))).toMatchObject({ code: 2 });
  });
});

describe('GitLab', () => {
  const definition = `include:
  - project: team/ci
    ref: v1.0.0
    file: [/base.yml]
  - component: $CI_SERVER_FQDN/team/parts/test@1
  - component: gitlab.com/team/parts/lint@~latest
  - template: Go.gitlab-ci.yml
  - template: Jobs/SAST.gitlab-ci.yml
  - remote: https://example.com/static/x.yml
build:
  extends: .base
  services: [postgres:16]
`;

  test('every include, those inside of it too, images of all; copies make the expansion complete', async () => {
    const nested = 'nested:\n  image: ghcr.io/team/nested:2\n  script: [make]\n';
    const base = forge.commit(
      'team/ci',
      { 'base.yml': 'include: /ci/more.yml\n.base:\n  image: node:20\n  script: [npm test]\n', 'ci/more.yml': nested },
      'v1.0.0',
    );
    forge.commit('team/parts', { 'templates/test.yml': 'test: { script: [old] }\n' }, '1.9.0');
    const parts = forge.commit(
      'team/parts',
      {
        'templates/test.yml': 'test: { script: [make] }\n',
        'templates/lint/template.yml': 'lint: { script: [make lint] }\n',
      },
      '1.10.0',
    );
    forge.commit('team/parts', {}, '2.0.0');
    forge.commit('gitlab-org/gitlab', {
      'lib/gitlab/ci/templates/Jobs/SAST.gitlab-ci.yml': 'sast: { script: [scan] }\n',
    });
    forge.branch('gitlab-org/gitlab', 'master');
    const digests = [
      registry.push('library/node', '20', '2026-01-02T03:04:05Z'),
      registry.push('team/nested', '2', '2026-01-02T03:04:05Z'),
      registry.push('library/postgres', '16', '2026-01-02T03:04:05Z'),
    ];
    const root = make.directory({ '.gitlab-ci.yml': definition });
    const run = await online(root, '--vendor');
    expect(run.stdout).toContain('ci.lock: 10 entries');
    expect(run.code).toBe(0);
    const entries = entriesOf(root);
    const find = (address: string, file?: string) =>
      entries.find((entry) => entry.address === address && (file === undefined || entry['file'] === file));
    expect(find('team/ci', 'base.yml')).toMatchObject({ kind: 'project-file', ref: 'v1.0.0', resolved: base });
    expect(find('team/ci', 'ci/more.yml')).toMatchObject({ ref: 'v1.0.0', resolved: base, via: ['team/ci'] });
    expect(find('$CI_SERVER_FQDN/team/parts/test')).toMatchObject({ ref: '1', resolved: parts, version: '1.10.0' });
    expect(find('gitlab.com/team/parts/lint')).toMatchObject({ ref: '~latest', version: '2.0.0' });
    expect(find('docker.io/library/node')).toMatchObject({ ref: '20', resolved: digests[0], via: ['team/ci'] });
    expect(find('ghcr.io/team/nested')).toMatchObject({ ref: '2', resolved: digests[1] });
    expect(find('docker.io/library/postgres')).toMatchObject({
      resolved: digests[2],
      published: '2026-01-02T03:04:05.000Z',
    });
    expect(find('https://example.com/static/x.yml')).toHaveProperty('integrity');
    expect(await lock(root, '--check')).toMatchObject({ code: 0 });
    const { stdout } = await expand(root);
    expect(stdout).not.toContain('# not');
    for (const job of ['build:', 'nested:', 'test:', 'lint:', 'go:', 'sast:', 'remote:'])
      expect(stdout).toContain(`\n${job}`);

    const copy = String(find('team/ci', 'base.yml')?.['content']);
    expect(copy).toMatch(/^ci\.lock\.d\/project-file\.team-ci-base-v1-0-0\.[0-9a-f]{8}\.yml$/);
    writeFileSync(join(root, copy), 'changed: { script: [x] }\n');
    const check = await lock(root, '--check');
    expect(check).toMatchObject({ code: 1 });
    expect(check.stdout).toContain(`${copy} is not the copy of team/ci/base.yml@v1.0.0 that ci.lock names`);
    expect((await expand(root)).stdout).toContain('is not the copy');
  });

  test('copies in a cache: nothing beside the lock, and the expansion is complete all the same', async () => {
    forge.commit('team/cached', { 'a.yml': 'cached: { script: [make] }\n' }, 'v1');
    const root = make.directory({ '.gitlab-ci.yml': 'include: { project: team/cached, file: a.yml, ref: v1 }\n' });
    const cache = make.directory();
    expect(await online(root, '--include-cache', cache)).toMatchObject({ code: 0 });
    expect(existsSync(join(root, 'ci.lock.d'))).toBe(false);
    expect((await expand(root)).stdout).toContain('ci.lock has no copy of it');
    expect((await expand(root, '--include-cache', cache)).stdout).toContain('\ncached:');
    expect(await lock(root, '--check')).toMatchObject({ code: 0 });
    const before = readFileSync(join(root, 'ci.lock'), 'utf8');
    expect(await lock(root)).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'ci.lock'), 'utf8')).toBe(before);
  });

  test('what nobody answers for', async () => {
    const root = make.directory({
      '.gitlab-ci.yml':
        'include:\n  - { project: team/none, file: a.yml }\n  - { template: Not/There.yml }\n  - http://plain.example/x.yml\na: { image: "node:none", script: [x] }\n',
    });
    const { code, stdout } = await online(root);
    expect(code).toBe(2);
    expect(stdout).toContain('unresolved team/none/a.yml: there is nothing of that name to be seen\n');
    expect(stdout).toContain('unresolved Not/There.yml: GitLab has no such template\n');
    expect(stdout).toContain(
      'unresolved http://plain.example/x.yml: http://plain.example is not asked: only https is\n',
    );
    expect(stdout).toMatch(/unresolved node:none: 127\.0\.0\.1:\d+ answers 404\n/);
  });
});

describe('GitHub', () => {
  test('actions, what they call, reusable workflows', async () => {
    const inner = forge.commit(
      'o/inner',
      { 'action.yml': 'name: i\nruns: { using: node20, main: x.js }\n' },
      'v1',
      'v1.2.3',
    );
    const outer = forge.commit(
      'o/outer',
      {
        'sub/action.yaml': 'name: o\nruns:\n  using: composite\n  steps:\n    - uses: o/inner@v1\n',
        '.github/workflows/w.yml':
          'on: workflow_call\njobs:\n  j:\n    runs-on: x\n    container: alpine:3.20.1\n    steps: [{ run: make }]\n  k: { uses: ./.github/workflows/v.yml }\n',
        '.github/workflows/v.yml': 'on: workflow_call\njobs: { j: { runs-on: x, steps: [{ run: make }] } }\n',
      },
      'v2.0.0',
    );
    const alpine = registry.push('library/alpine', '3.20.1', '2026-01-01T00:00:00Z');
    const root = make.directory({
      '.github/workflows/a.yml': `${workflow('o/outer/sub@v2.0.0')}  b:\n    uses: o/outer/.github/workflows/w.yml@main\n`,
    });
    expect(await online(root)).toMatchObject({ code: 0 });
    expect(entriesOf(root)).toMatchObject([
      { kind: 'action', address: 'o/inner', ref: 'v1', resolved: inner, version: 'v1.2.3', via: ['o/outer/sub'] },
      { kind: 'action', address: 'o/outer/sub', ref: 'v2.0.0', resolved: outer, version: 'v2.0.0' },
      { kind: 'image', address: 'docker.io/library/alpine', resolved: alpine },
      { kind: 'workflow', address: 'o/outer/.github/workflows/v.yml', ref: 'main', resolved: outer },
      { kind: 'workflow', address: 'o/outer/.github/workflows/w.yml', ref: 'main', resolved: outer },
    ]);
    const before = readFileSync(join(root, 'ci.lock'), 'utf8');
    expect(await lock(root)).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'ci.lock'), 'utf8')).toBe(before);
  });

  test('an exact tag that was moved is said and not taken; a series may follow its releases', async () => {
    const good = forge.commit('o/moved', { 'action.yml': 'runs: { using: node20 }\n' }, 'v1', 'v1.0.0');
    const root = make.directory({ '.github/workflows/a.yml': workflow('o/moved@v1.0.0', 'o/moved@v1') });
    expect(await online(root)).toMatchObject({ code: 0 });
    const released = forge.commit('o/moved', { 'x.js': 'x' }, 'v1', 'v1.1.0');
    const newer = await online(root);
    expect(newer.code).toBe(0);
    expect(newer.stdout).toContain(`newer o/moved@v1: is ${released.slice(0, 19)} now; ${good.slice(0, 19)} is kept`);
    expect(await online(root, '--update')).toMatchObject({ code: 0 });
    expect(entriesOf(root)).toMatchObject([
      { ref: 'v1', resolved: released, version: 'v1.1.0' },
      { ref: 'v1.0.0', resolved: good },
    ]);

    const evil = forge.commit('o/moved', { 'x.js': 'evil' }, 'v1', 'v1.0.0', 'v1.1.0');
    const moved = await online(root, '--update');
    expect(moved.code).toBe(1);
    expect(moved.stdout).toContain(
      `CRITICAL moved o/moved@v1.0.0: was ${good.slice(0, 19)} and is ${evil.slice(0, 19)}`,
    );
    expect(moved.stdout).toContain(
      `CRITICAL moved o/moved@v1: was ${released.slice(0, 19)} and is ${evil.slice(0, 19)}`,
    );
    expect(entriesOf(root)).toMatchObject([{ resolved: released }, { resolved: good }]);
    expect(await online(root, '--accept-moved')).toMatchObject({ code: 0 });
    expect(entriesOf(root)).toMatchObject([{ resolved: evil }, { resolved: evil }]);
  });

  test('a commit that no branch or tag has, and one whose comment is wrong', async () => {
    const good = forge.commit('o/fork', { 'action.yml': 'runs: { using: node20 }\n' }, 'v1.0.0');
    const stray = forge.stray('o/fork');
    const root = make.directory({
      '.github/workflows/a.yml': workflow(`o/fork@${good} # v1.0.0`, `o/fork@${stray} # v1.0.0`),
    });
    const { code, stdout } = await online(root);
    expect(code).toBe(1);
    expect(stdout).toContain(`CRITICAL foreign o/fork@${stray}: ${stray.slice(0, 19)} is in no branch or tag`);
    const entries = entriesOf(root);
    expect(entries.find(({ resolved }) => resolved === good)).toMatchObject({ version: 'v1.0.0', reachable: true });
    expect(entries.find(({ resolved }) => resolved === stray)).toMatchObject({ reachable: false });
  });

  test('what is too young waits', async () => {
    registry.push('library/young', '1', '2029-12-01T00:00:00Z');
    const root = make.directory({ '.gitlab-ci.yml': 'a: { image: "young:1", script: [x] }\n' });
    expect(await online(root, '--min-age', '7d')).toMatchObject({ code: 0 });
    const [before] = entriesOf(root);
    registry.push('library/young', '1', '2029-12-30T00:00:00Z');
    const run = await online(root, '--min-age', '7d', '--update');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('young young:1: is of 2029-12-30T00:00:00.000Z; sha256:');
    expect(entriesOf(root)).toEqual([before]);
    const other = make.directory({ '.gitlab-ci.yml': 'a: { image: "young:1", script: [x] }\n' });
    expect(await online(other, '--min-age', '7d')).toMatchObject({ code: 1 });
    expect(entriesOf(other)).toEqual([]);
  });
});
