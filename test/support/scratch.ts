import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes directories and repositories that are gone when the test file ends. */
export function scratch(): {
  directory(files?: Readonly<Record<string, string | Uint8Array>>): string;
  repository(files?: Readonly<Record<string, string | Uint8Array>>): string;
} {
  const made: string[] = [];
  afterAll(() => {
    for (const path of made) rmSync(path, { recursive: true, force: true });
  });
  const directory = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'portcullis-test-')));
    made.push(root);
    writeFiles(root, files);
    return root;
  };
  return {
    directory,
    repository(files = {}) {
      const root = directory(files);
      git(root, 'init', '--quiet', '--initial-branch=main');
      git(root, 'config', 'user.name', 'Test');
      git(root, 'config', 'user.email', 'test@example.com');
      git(root, 'config', 'commit.gpgsign', 'false');
      if (Object.keys(files).length > 0) {
        git(root, 'add', '--all');
        git(root, 'commit', '--quiet', '--message', 'first');
      }
      return root;
    },
  };
}

export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
  });
}
