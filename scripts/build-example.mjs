// Makes a git repository from a folder of examples/, whose layout its README describes.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const placeholder = /\{(secret|password):([^}]+)\}/g;

/**
 * @param {string} example folder of the example
 * @param {string} directory empty folder that becomes the repository
 * @param {(kind: 'secret' | 'password', name: string) => string} valueOf gives the value of a placeholder
 */
export function buildExample(example, directory, valueOf) {
  const git = (args, env = {}) =>
    execFileSync('git', ['-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=/dev/null', ...args], {
      cwd: directory,
      env: { ...process.env, ...env },
      stdio: 'pipe',
    });
  git(['init', '--quiet', '--initial-branch=main']);
  for (const name of readdirSync(join(example, 'commits')).sort()) {
    overlay(join(example, 'commits', name), directory, valueOf);
    const { message, author, date } = JSON.parse(readFileSync(join(directory, 'commit.json'), 'utf8'));
    rmSync(join(directory, 'commit.json'));
    const [, who, email] = /^(.*) <(.*)>$/.exec(author);
    git(['add', '--all']);
    git(['commit', '--quiet', '--message', message], {
      GIT_AUTHOR_NAME: who,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: who,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: date,
    });
  }
  if (existsSync(join(example, 'staged'))) {
    overlay(join(example, 'staged'), directory, valueOf);
    git(['add', '--all']);
  }
}

function overlay(source, directory, valueOf) {
  cpSync(source, directory, { recursive: true });
  for (const file of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(directory, file.parentPath.slice(source.length), file.name);
    const text = readFileSync(path, 'utf8');
    const filled = text.replace(placeholder, (_, kind, name) => valueOf(kind, name));
    if (filled !== text) writeFileSync(path, filled);
  }
}
