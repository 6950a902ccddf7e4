import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { portcullis } from './support/portcullis.ts';
import { git, scratch } from './support/scratch.ts';

const make = scratch();
const shop = {
  'package.json': '{"scripts":{"test":"vitest"}}',
  'package-lock.json': '{}',
  Dockerfile: 'FROM scratch\n',
  CODEOWNERS: '* @shop\n',
};

describe.each([
  ['--gitlab', '.gitlab-ci.yml'],
  ['--github', '.github/workflows/delivery.yml'],
])('init %s', (flag, path) => {
  test('writes a pipeline in which the auditor finds nothing', () => {
    const root = make.directory(shop);
    const { code, stdout } = portcullis(['init', flag], { cwd: root });
    expect([code, stdout]).toEqual([0, expect.stringContaining('for Node.js with npm, Dockerfile')]);
    const scan = portcullis(['scan', '--only', 'pipeline', '--pedantic', '--json'], { cwd: root });
    const { evidence } = JSON.parse(scan.stdout) as { readonly evidence: { readonly findings: readonly object[] } };
    expect([scan.code, evidence.findings]).toEqual([0, []]);
    expect(readFileSync(join(root, 'ci/portcullis/package.json'), 'utf8')).toMatch(/"portcullis": "\d+\.\d+\.\d+"/);
  });

  test('leaves alone what is there, unless it is told not to', () => {
    const root = make.directory({ ...shop, [path]: 'mine\n' });
    const { code, stderr } = portcullis(['init', flag], { cwd: root });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--force')]);
    expect(readFileSync(join(root, path), 'utf8')).toBe('mine\n');
    expect(portcullis(['init', flag, '--force'], { cwd: root }).code).toBe(0);
    expect(readFileSync(join(root, path), 'utf8')).toContain('deploy');
  });

  test('--stdout writes nothing', () => {
    const root = make.directory(shop);
    const { code, stdout } = portcullis(['init', flag, '--stdout'], { cwd: root });
    expect([code, stdout]).toEqual([0, expect.stringContaining('npm ci --ignore-scripts')]);
    expect([path, 'ci'].some((name) => existsSync(join(root, name)))).toBe(false);
  });
});

test('one pipeline at a time', () => {
  const { code, stderr } = portcullis(['init', '--gitlab', '--github'], { cwd: make.directory(shop) });
  expect([code, stderr]).toEqual([2, expect.stringContaining('one pipeline at a time')]);
});

test('a workflow releases from the branch that the clone calls the default', () => {
  const root = make.repository(shop);
  git(root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
  expect(portcullis(['init', '--github', '--stdout'], { cwd: root }).stdout).toContain('branches: [trunk]');
});

test('a lock that is not understood is a mistake', () => {
  const root = make.directory({ ...shop, 'ci.lock': 'no\n' });
  const { code, stderr } = portcullis(['init', '--gitlab'], { cwd: root });
  expect([code, stderr]).toEqual([2, expect.stringContaining('ci.lock')]);
});
