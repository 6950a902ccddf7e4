import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gateOf } from './gate-of.ts';
import { loadPolicy } from './load-policy.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'portcullis-policy-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const write = async (text: string | Uint8Array, name = 'portcullis.yaml') => await writeFile(join(root, name), text);
const load = async (scanners = ['secrets', 'sca'], file?: string) => await loadPolicy(root, scanners, file);

describe('without a file', () => {
  test('the default policy is in force and names only scanners that exist', async () => {
    const { policy, path, digest } = await load(['secrets']);
    expect(path).toBeUndefined();
    expect(digest).toBe(policy.digest);
    expect(Object.fromEntries(Object.values(policy.gates).map((gate) => [gate.name, gate.scanners]))).toEqual({
      'pre-commit': ['secrets'],
      build: ['secrets'],
      test: [],
      deploy: [],
      'post-deploy': [],
    });
    expect(gateOf(policy, 'pre-commit')).toMatchObject({
      budgetMillis: 1000,
      failOn: { severity: 'high', confidence: 'medium', newOnly: true },
    });
    expect(gateOf(policy, 'deploy')).toMatchObject({
      approvals: { quorum: 1, groups: [] },
      failOn: { newOnly: false },
    });
  });

  test('a scanner that comes to exist is asked for', async () => {
    expect(gateOf((await load(['secrets', 'sca', 'iac'])).policy, 'test').scanners).toEqual(['iac']);
  });
});

describe('a file', () => {
  test('says what differs from the default', async () => {
    await write('version: 1\ngates:\n  pre-commit: { fail-on: critical }\n  nightly: { scanners: [sca] }\n');
    const { policy, path } = await load();
    expect(path).toBe(join(root, 'portcullis.yaml'));
    expect(Object.keys(policy.gates)).toEqual(['pre-commit', 'build', 'test', 'deploy', 'post-deploy', 'nightly']);
    expect(gateOf(policy, 'pre-commit')).toMatchObject({
      scanners: ['secrets'],
      budgetMillis: 1000,
      failOn: { severity: 'critical' },
    });
    expect(gateOf(policy, 'nightly')).toMatchObject({
      scanners: ['sca'],
      failOn: { severity: 'high' },
      unknowns: { default: 'error' },
    });
  });

  test('is compiled in full', async () => {
    await write(`
version: 1
gates:
  build:
    scanners: [secrets, secrets]
    fail-on: { severity: low, confidence: proven }
    budget: 1.5s
    unknowns: { syntax: note }
    approvals: { quorum: 2, groups: release, max-age: 7d }
    windows: [{ days: [mon], from: '09:00', to: '17:00' }]
    verify: [sbom]
    conditions: [{ require: 'size(findings) < 3', message: too many }, { fail-if: 'size(unknowns) > 0' }]
    commands: [{ name: lint, run: npm run lint }, { name: format, run: [prettier, --write], files: '*.ts', fix: true, timeout: 2m }]
rules: { 'secrets/*': low, secrets/x: off }
waivers: [{ rule: secrets/x, path: [a, b], owner: Jo, reason: why, expires: 2027-01-01 }]
paths: { exclude: [vendor/] }
scan: { max-file-size: 1.5MB, timeout: 5m, workers: 2, archive-depth: 3 }
scanners: { secrets: { allow: [x] } }
baseline: ci/known
salt: sufficiently-long
`);
    const { policy } = await load();
    const { digest, gates, ...rest } = policy;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(gates['build']).toEqual({
      name: 'build',
      scanners: ['secrets'],
      soft: [],
      failOn: { severity: 'low', confidence: 'proven', newOnly: true },
      overrides: { sca: { severity: 'critical', confidence: 'medium', newOnly: true } },
      rules: [],
      unknowns: { syntax: 'note', default: 'error' },
      budgetMillis: 1500,
      approvals: { quorum: 2, groups: ['release'], maxAgeMillis: 604_800_000 },
      windows: [{ days: ['mon'], from: '09:00', to: '17:00', timezone: 'UTC' }],
      freezes: [],
      verify: ['sbom'],
      conditions: [
        { kind: 'require', expression: 'size(findings) < 3', message: 'too many' },
        { kind: 'fail-if', expression: 'size(unknowns) > 0' },
      ],
      commands: [
        { name: 'lint', run: 'npm run lint', files: ['**'], fix: false, timeoutMillis: 60_000 },
        { name: 'format', run: ['prettier', '--write'], files: ['*.ts'], fix: true, timeoutMillis: 120_000 },
      ],
    });
    expect(rest).toMatchObject({
      rules: [
        { rule: 'secrets/*', severity: 'low' },
        { rule: 'secrets/x', severity: 'off' },
      ],
      waivers: [{ rules: ['secrets/x'], paths: ['a', 'b'], owner: 'Jo', reason: 'why', expires: '2027-01-01' }],
      paths: { exclude: ['vendor/'] },
      scan: { maxFileBytes: 1_500_000, timeoutMillis: 300_000, workers: 2, archiveDepth: 3 },
      scanners: { secrets: { allow: ['x'] } },
      baseline: 'ci/known',
      salt: 'sufficiently-long',
    });
  });

  test('has a digest of what it means, not of how it is written', async () => {
    const digestOf = async (text: string) => {
      await write(text);
      return (await load()).digest;
    };
    const one = await digestOf('version: 1\ngates: { build: { scanners: [secrets], fail-on: low } }\nsalt: abcdefgh\n');
    expect(
      await digestOf(
        '# why\nsalt: "abcdefgh"\nversion: 1\ngates:\n  build:\n    fail-on: { severity: low }\n    scanners: [secrets]\n',
      ),
    ).toBe(one);
    expect(
      await digestOf('version: 1\ngates: { build: { scanners: [secrets], fail-on: medium } }\nsalt: abcdefgh\n'),
    ).not.toBe(one);
  });

  test('that the user names is read from anywhere, and must exist', async () => {
    await mkdir(join(root, 'sub'));
    await write('version: 1\nbaseline: other\n', 'sub/strict.yaml');
    expect((await load(['secrets'], join(root, 'sub/strict.yaml'))).policy.baseline).toBe('other');
    await expect(load(['secrets'], join(root, 'nope.yaml'))).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});

describe('what a hostile or careless repository may have there instead', () => {
  test.each([
    ['invalid UTF-8', async () => await write(Uint8Array.of(0x76, 0xff, 0xfe)), 'portcullis.yaml is not UTF-8'],
    ['more than four megabytes', async () => await write('#'.repeat(4_000_001)), 'portcullis.yaml is larger than 4 MB'],
    ['a directory', async () => await mkdir(join(root, 'portcullis.yaml')), 'portcullis.yaml is not a regular file'],
    [
      'a FIFO',
      () => execFileSync('sh', ['-c', 'mkfifo portcullis.yaml'], { cwd: root }),
      'portcullis.yaml is not a regular file',
    ],
    [
      'a device',
      async () => await symlink('/dev/zero', join(root, 'portcullis.yaml')),
      'portcullis.yaml is a link that leads out of the repository',
    ],
    [
      'a link out of it',
      async () => await symlink('/etc/passwd', join(root, 'portcullis.yaml')),
      'portcullis.yaml is a link that leads out of the repository',
    ],
    [
      'a link to nothing',
      async () => await symlink('nowhere', join(root, 'portcullis.yaml')),
      'portcullis.yaml can not be read (ENOENT)',
    ],
    [
      'a link in a circle',
      async () => await symlink('portcullis.yaml', join(root, 'portcullis.yaml')),
      'portcullis.yaml can not be read (ELOOP)',
    ],
    [
      'another ending',
      async () => await write('version: 1', 'portcullis.yml'),
      'found portcullis.yml, which is not read',
    ],
    ['nothing in it', async () => await write(''), 'portcullis.yaml is empty'],
  ])('%s', async (_, make, message) => {
    await make();
    await expect(load()).rejects.toMatchObject({ name: 'InputError', message });
  });

  test('a link within it is followed', async () => {
    await mkdir(join(root, 'ci'));
    await write('version: 1\nbaseline: linked\n', 'ci/policy.yaml');
    await symlink('ci/policy.yaml', join(root, 'portcullis.yaml'));
    expect((await load()).policy.baseline).toBe('linked');
  });
});

test('a gate that is not there is told with what was meant', async () => {
  const { policy } = await load();
  expect(() => gateOf(policy, 'biuld')).toThrow('the policy has no gate "biuld"; did you mean "build"?');
  expect(() => gateOf(policy, 'constructor')).toThrow('has no gate');
});
