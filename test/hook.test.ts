import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { leakingScript } from './support/leak.ts';
import { portcullis } from './support/portcullis.ts';
import { git, scratch, writeFiles } from './support/scratch.ts';

const make = scratch();

function tryCommit(cwd: string, ...args: string[]): { code: number | null; said: string } {
  return commitFrom(make.directory(), cwd, ...args);
}

/** @param home where the signing key is */
function commitFrom(home: string, cwd: string, ...args: string[]): { code: number | null; said: string } {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', XDG_CONFIG_HOME: home };
  const run = spawnSync('git', ['commit', '--message', 'change', ...args], { cwd, encoding: 'utf8', env });
  return { code: run.status, said: run.stdout + run.stderr };
}

function hooked(files: Readonly<Record<string, string>> = { 'a.txt': 'a\n' }, ...options: string[]): string {
  const root = make.repository(files);
  const installed = portcullis(['hook', 'install', ...options], { cwd: root });
  expect(installed, installed.stderr).toMatchObject({ code: 0 });
  return root;
}

describe('a commit', () => {
  it('is stopped when a secret is staged, and the value is not shown', () => {
    const root = hooked();
    const leak = leakingScript();
    writeFiles(root, { 'deploy.sh': leak });
    git(root, 'add', '--all');
    const { code, said } = tryCommit(root);
    expect(code).not.toBe(0);
    expect(said).toContain('deploy.sh:1');
    expect(said).not.toContain(leak.trim().slice(-36));
  });

  it('goes through otherwise', () => {
    const root = hooked();
    writeFiles(root, { 'b.txt': 'b\n' });
    git(root, 'add', '--all');
    expect(tryCommit(root)).toMatchObject({ code: 0 });
  });

  it('is judged by what is staged, not by the work tree', () => {
    const root = hooked();
    writeFiles(root, { 'deploy.sh': leakingScript() });
    git(root, 'add', '--all');
    writeFiles(root, { 'deploy.sh': 'echo clean now\n' });
    expect(tryCommit(root).code).not.toBe(0);
    git(root, 'add', '--all');
    writeFiles(root, { 'deploy.sh': leakingScript() });
    expect(tryCommit(root).code).toBe(0);
  });

  it('is judged by the index that git made for it (commit --all, commit PATH)', () => {
    const root = hooked();
    writeFiles(root, { 'a.txt': leakingScript() });
    expect(tryCommit(root, '--all').code).not.toBe(0);
    expect(tryCommit(root, 'a.txt').code).not.toBe(0);
  });

  it('is judged also when it is the first one', () => {
    const root = make.repository();
    portcullis(['hook', 'install'], { cwd: root });
    writeFiles(root, { 'deploy.sh': leakingScript() });
    git(root, 'add', '--all');
    expect(tryCommit(root).code).not.toBe(0);
  });

  it('is judged in linked worktrees too', () => {
    const root = hooked();
    const linked = join(make.directory(), 'linked');
    git(root, 'worktree', 'add', '--quiet', linked);
    writeFiles(linked, { 'deploy.sh': leakingScript() });
    git(linked, 'add', '--all');
    expect(tryCommit(linked).code).not.toBe(0);
  });

  it('of lines that were there before is not stopped for them', () => {
    const root = make.repository({ 'deploy.sh': `${leakingScript()}echo one\n` });
    portcullis(['hook', 'install'], { cwd: root });
    writeFiles(root, { 'deploy.sh': `${leakingScript()}echo two\n` });
    git(root, 'add', '--all');
    expect(tryCommit(root)).toMatchObject({ code: 0 });
  });

  it('is stopped by a policy with a mistake', () => {
    const root = hooked({ 'portcullis.yaml': 'version: 1\ngatse: {}\n' });
    writeFiles(root, { 'b.txt': 'b\n' });
    git(root, 'add', '--all');
    const { code, said } = tryCommit(root);
    expect(code).not.toBe(0);
    expect(said).toContain('gates');
  });
});

describe('the work tree', () => {
  it('is not written to', () => {
    const root = hooked();
    writeFiles(root, { 'deploy.sh': leakingScript(), 'b.txt': 'b\n' });
    git(root, 'add', '--all');
    writeFiles(root, { 'b.txt': 'not staged\n' });
    const look = (): unknown =>
      ['a.txt', 'b.txt', 'deploy.sh'].map((name) => [
        readFileSync(join(root, name), 'utf8'),
        statSync(join(root, name)).mtimeMs,
      ]);
    const before = look();
    const status = git(root, 'status', '--porcelain');
    tryCommit(root);
    expect(look()).toEqual(before);
    expect(git(root, 'status', '--porcelain')).toBe(status);
  });
});

describe('install', () => {
  it('keeps a hook that is there, runs it first, and uninstall puts it back as it was', () => {
    const root = make.repository({ 'a.txt': 'a\n' });
    const path = join(root, '.git/hooks/pre-commit');
    const own = '#!/bin/sh\necho own hook ran\ntest ! -f stop-me\n';
    mkdirSync(join(root, '.git/hooks'), { recursive: true });
    writeFileSync(path, own);
    chmodSync(path, 0o755);
    portcullis(['hook', 'install'], { cwd: root });
    portcullis(['hook', 'install'], { cwd: root });
    writeFiles(root, { 'b.txt': 'b\n' });
    git(root, 'add', '--all');
    expect(tryCommit(root).said).toContain('own hook ran');
    writeFiles(root, { 'stop-me': '' });
    git(root, 'add', '--all');
    expect(tryCommit(root).code).not.toBe(0);
    portcullis(['hook', 'uninstall'], { cwd: root });
    expect(readFileSync(path, 'utf8')).toBe(own);
    expect(existsSync(`${path}.before-portcullis`)).toBe(false);
  });

  it('leaves nothing behind when there was nothing before', () => {
    const root = hooked();
    portcullis(['hook', 'uninstall'], { cwd: root });
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false);
    expect(portcullis(['hook', 'uninstall'], { cwd: root }).stdout).toContain('no hook');
  });

  it('becomes an entry of husky', () => {
    const root = make.repository({ '.husky/pre-commit': 'npm test\n' });
    git(root, 'config', 'core.hooksPath', '.husky/_');
    portcullis(['hook', 'install'], { cwd: root });
    portcullis(['hook', 'install'], { cwd: root });
    const text = readFileSync(join(root, '.husky/pre-commit'), 'utf8');
    expect(text.match(/hook\.cjs/g)).toHaveLength(1);
    expect(text.startsWith('npm test\n')).toBe(true);
    portcullis(['hook', 'uninstall'], { cwd: root });
    expect(readFileSync(join(root, '.husky/pre-commit'), 'utf8')).toBe('npm test\n');
  });

  it('becomes an entry of lefthook, whose comments stay', () => {
    const before = '# ours\npre-commit:\n  commands:\n    lint:\n      run: npm run lint # fast\n';
    const root = make.repository({ 'lefthook.yml': before });
    portcullis(['hook', 'install'], { cwd: root });
    const text = readFileSync(join(root, 'lefthook.yml'), 'utf8');
    expect(parse(text)).toMatchObject({
      'pre-commit': { commands: { lint: {}, portcullis: { run: expect.stringContaining('hook.cjs') as unknown } } },
    });
    expect(text).toContain('# fast');
    portcullis(['hook', 'uninstall'], { cwd: root });
    expect(readFileSync(join(root, 'lefthook.yml'), 'utf8')).toBe(before);
  });

  it('becomes an entry of pre-commit, which can run it', () => {
    const before =
      'repos:\n  - repo: local\n    hooks:\n      - id: other\n        name: other\n        entry: "true"\n        language: system\n';
    const root = make.repository({ '.pre-commit-config.yaml': before });
    portcullis(['hook', 'install'], { cwd: root });
    const config = parse(readFileSync(join(root, '.pre-commit-config.yaml'), 'utf8')) as {
      repos: { hooks: { id: string; entry: string }[] }[];
    };
    const entry = config.repos[1]?.hooks[0]?.entry ?? '';
    writeFiles(root, { 'deploy.sh': leakingScript() });
    git(root, 'add', '--all');
    expect(spawnSync('sh', ['-c', entry], { cwd: root }).status).toBe(1);
    portcullis(['hook', 'uninstall'], { cwd: root });
    expect(readFileSync(join(root, '.pre-commit-config.yaml'), 'utf8')).toBe(before);
  });

  it('uses core.hooksPath inside the repository and refuses one that others share', () => {
    const root = make.repository({ 'a.txt': 'a\n' });
    git(root, 'config', 'core.hooksPath', 'tools/hooks');
    portcullis(['hook', 'install'], { cwd: root });
    expect(existsSync(join(root, 'tools/hooks/pre-commit'))).toBe(true);
    git(root, 'config', 'core.hooksPath', make.directory());
    expect(portcullis(['hook', 'install'], { cwd: root })).toMatchObject({ code: 2 });
  });

  it('says so outside a repository', () => {
    expect(portcullis(['hook', 'install'], { cwd: make.directory() })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not a git repository') as unknown,
    });
  });
});

describe('receipts', () => {
  it('are signed into commit messages, and the gate lists commits that went around it', () => {
    const root = hooked({ 'a.txt': 'a\n' }, '--receipts');
    const start = git(root, 'rev-parse', 'HEAD').trim();
    const commit = (name: string, ...options: string[]): string => {
      writeFiles(root, { [name]: `${name}\n` });
      git(root, 'add', '--all');
      expect(tryCommit(root, ...options).code).toBe(0);
      return git(root, 'rev-parse', 'HEAD').trim();
    };
    commit('b.txt');
    commit('c.txt', '--signoff');
    const range = `${start}..HEAD`;
    expect(git(root, 'log', '--format=%(trailers:key=Portcullis-Receipt)', range)).toContain('Portcullis-Receipt: v1.');
    expect(portcullis(['gate', 'build', '--receipts-range', range], { cwd: root }).code).toBe(0);
    const around = commit('d.txt', '--no-verify');
    const judged = portcullis(['gate', 'build', '--require-receipts', '--receipts-range', range], { cwd: root });
    expect(judged.code).toBe(1);
    expect(judged.stdout.replaceAll(/[\s┃]+/g, ' ')).toContain(`1 of 3 commits`);
    expect(judged.stdout).toContain(around.slice(0, 12));
  });

  it('count only if a signer of the policy made them, when it names some', () => {
    const root = hooked({ 'a.txt': 'a\n' }, '--receipts');
    writeFiles(root, { 'b.txt': 'b\n' });
    git(root, 'add', '--all');
    const home = make.directory();
    expect(commitFrom(home, root).code).toBe(0);
    const keyOf = (place: string): string =>
      portcullis(['hook', 'key'], { cwd: root, env: { XDG_CONFIG_HOME: place } }).stdout;
    const judge = (key: string) => {
      writeFiles(root, { 'portcullis.yaml': `version: 1\nreceipts:\n  signers:\n    ${key}` });
      return portcullis(['gate', 'build', '--receipts-range', 'HEAD~1..HEAD'], { cwd: root });
    };
    expect(judge(keyOf(home)).code).toBe(0);
    const refused = judge(keyOf(make.directory()));
    expect(refused.code).toBe(1);
    expect(refused.stdout.replaceAll(/[\s┃]+/g, ' ')).toContain('of a signer that the policy does not name');
    expect(judge('- { name: Jo, key: nonsense }\n').code).toBe(2);
  });

  it('do not hold for another tree', () => {
    const root = hooked({ 'a.txt': 'a\n' }, '--receipts');
    writeFiles(root, { 'b.txt': 'b\n' });
    git(root, 'add', '--all');
    tryCommit(root);
    const message = git(root, 'log', '-1', '--format=%B');
    writeFiles(root, { 'deploy.sh': leakingScript() });
    git(root, 'add', '--all');
    git(root, 'commit', '--quiet', '--no-verify', '--message', message);
    const judged = portcullis(['gate', 'build', '--receipts-range', 'HEAD~1..HEAD'], { cwd: root });
    expect(judged.stdout.replaceAll(/[\s┃]+/g, ' ')).toContain('1 of 1 commits');
  });
});

describe('commands of the policy', () => {
  const policy = (fix: boolean): string => `version: 1
gates:
  pre-commit:
    scanners: [secrets]
    fail-on: high
    commands:
      - name: shout
        run: [node, shout.mjs${fix ? '' : ', --check'}]
        files: ['*.txt']
        fix: ${fix}
`;
  const program = `import { readFileSync, writeFileSync } from 'node:fs';
const check = process.argv[2] === '--check';
for (const file of process.argv.slice(check ? 3 : 2)) {
  const text = readFileSync(file, 'utf8');
  if (text === text.toUpperCase()) continue;
  if (check) { console.log(file + ' is not loud'); process.exit(1); }
  writeFileSync(file, text.toUpperCase());
}
`;

  it('stop a commit when they are not content', () => {
    const root = hooked({ 'portcullis.yaml': policy(false), 'shout.mjs': program });
    writeFiles(root, { 'b.txt': 'quiet\n' });
    git(root, 'add', '--all');
    const { code, said } = tryCommit(root);
    expect(code).not.toBe(0);
    expect(said).toContain('b.txt is not loud');
  });

  it('stage what they fix', () => {
    const root = hooked({ 'portcullis.yaml': policy(true), 'shout.mjs': program });
    writeFiles(root, { 'b.txt': 'quiet\n' });
    git(root, 'add', '--all');
    expect(tryCommit(root).code).toBe(0);
    expect(git(root, 'show', 'HEAD:b.txt')).toBe('QUIET\n');
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  it('see the staged content of a file that is partly staged, and leave the rest alone', () => {
    const root = hooked({ 'portcullis.yaml': policy(false), 'shout.mjs': program });
    writeFiles(root, { 'b.txt': 'LOUD\n' });
    git(root, 'add', '--all');
    writeFiles(root, { 'b.txt': 'LOUD\nnot finished\n' });
    expect(tryCommit(root).code).toBe(0);
    expect(readFileSync(join(root, 'b.txt'), 'utf8')).toBe('LOUD\nnot finished\n');
    expect(git(root, 'show', 'HEAD:b.txt')).toBe('LOUD\n');
  });
});
