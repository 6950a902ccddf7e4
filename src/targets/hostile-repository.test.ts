import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../lib/git/testing/temporary-repository.ts';
import type { Target } from '../model/target.ts';
import { readTarget } from './testing/read-target.ts';

let place: TemporaryRepository;
let canary: string;
beforeEach(() => {
  place = TemporaryRepository.create();
  canary = `${place.path}-canary`;
});
afterEach(() => {
  place.dispose();
  rmSync(canary, { force: true });
});

/** A program that shows that it ran. */
function trap(): string {
  const path = join(place.path, '.git', 'trap');
  writeFileSync(path, `#!/bin/sh\necho ran >> '${canary}'\ncat\n`, { mode: 0o755 });
  return path;
}

function everyTarget(root: string): Target[] {
  return [
    { kind: 'directory', root },
    { kind: 'files', root, paths: ['a.txt'] },
    { kind: 'staged', root },
    { kind: 'commits', root, range: 'HEAD~1..HEAD' },
    { kind: 'history', root, dangling: true },
  ];
}

describe('a repository that sets traps', () => {
  it('runs nothing when it is read', async () => {
    place.write('.gitattributes', '*.txt diff=trap filter=trap\n');
    place.write('a.txt', 'a\n');
    place.commit();
    place.write('a.txt', 'b\n');
    place.commit();
    place.write('a.txt', 'c\n');
    place.git('add', '.');
    place.write('a.txt', 'd\n');
    const program = trap();
    mkdirSync(join(place.path, '.git', 'hooks'), { recursive: true });
    for (const hook of ['post-index-change', 'pre-commit', 'reference-transaction']) {
      writeFileSync(join(place.path, '.git/hooks', hook), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
    }
    const settings = {
      'core.fsmonitor': program,
      'core.pager': program,
      'core.sshCommand': program,
      'core.askPass': program,
      'core.alternateRefsCommand': program,
      'diff.external': program,
      'diff.trap.textconv': program,
      'diff.trap.command': program,
      'filter.trap.clean': program,
      'filter.trap.smudge': program,
      'log.showSignature': 'true',
      'gpg.program': program,
      'interactive.diffFilter': program,
      'uploadpack.packObjectsHook': program,
    };
    for (const [key, value] of Object.entries(settings)) place.git('config', key, value);
    for (const target of everyTarget(place.path)) {
      const { entries } = await readTarget(target, place.env);
      expect(entries.length, target.kind).toBeGreaterThan(0);
      expect(existsSync(canary), target.kind).toBe(false);
    }
    // The traps do work: git left to itself walks into them.
    place.git('log', '-p');
    expect(existsSync(canary)).toBe(true);
  });

  it('fetches nothing, even from a remote that is a program', async () => {
    place.write('a.txt', 'a\n');
    place.commit();
    place.write('a.txt', 'b\n');
    place.commit();
    place.git('config', 'uploadpack.allowFilter', 'true');
    place.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clones = TemporaryRepository.empty();
    clones.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${place.path}`, 'partial');
    const partial = clones.at('partial');
    partial.git('config', 'remote.origin.uploadpack', `${trap()}; git-upload-pack`);
    partial.git('config', 'protocol.file.allow', 'always');
    partial.git('reset', '--quiet', '--soft', 'HEAD~1');
    for (const target of everyTarget(partial.path).filter(({ kind }) => kind !== 'files' && kind !== 'commits')) {
      const outcome = await readTarget(target, partial.env).then(
        () => 'read',
        (error: Error) => error.name,
      );
      expect(['read', 'InputError']).toContain(outcome);
      expect(existsSync(canary), target.kind).toBe(false);
    }
    clones.dispose();
  });

  it('can not have another directory read in its place', async () => {
    const other = TemporaryRepository.empty();
    other.write('private', 'not asked for');
    place.write('own', 'own');
    place.git('config', 'core.worktree', other.path);
    const { texts, unknowns } = await readTarget({ kind: 'directory', root: place.path }, place.env);
    expect(texts).toEqual({ own: 'own' });
    expect(unknowns.map(({ reason }) => reason)).toEqual(['unreadable']);
    other.dispose();
  });

  it('can not hide files by claiming to have no work tree', async () => {
    place.write('own', 'own');
    place.git('config', 'core.bare', 'true');
    const { texts, unknowns } = await readTarget({ kind: 'directory', root: place.path }, place.env);
    expect(texts).toEqual({ own: 'own' });
    expect(unknowns.map(({ reason }) => reason)).toEqual(['unreadable']);
  });

  it('is named when git distrusts its owner', async () => {
    place.write('a.txt', 'a');
    // What git's own tests use to have it believe that another user owns the repository.
    const env = { ...place.env, PATH: wrapGit(place) };
    for (const target of everyTarget(place.path)) {
      await expect(readTarget(target, env)).rejects.toThrow(expect.objectContaining({ code: 'unsafe-repository' }));
    }
  });
});

describe('without git', () => {
  it('a directory is walked, and staged files are not to be had', async () => {
    place.write('a.txt', 'a');
    place.write('.gitignore', 'ignored\n');
    place.write('ignored', 'ignored');
    const env = { ...place.env, PATH: '/nonexistent' };
    const { texts, unknowns } = await readTarget({ kind: 'directory', root: place.path }, env);
    expect(texts).toEqual({ '.gitignore': 'ignored\n', 'a.txt': 'a' });
    expect(unknowns.map(({ reason }) => reason)).toEqual(['unsupported']);
    await expect(readTarget({ kind: 'staged', root: place.path }, env)).rejects.toThrow(
      expect.objectContaining({ code: 'git-not-installed' }),
    );
  });

  it('a directory that is not under git is walked without a word', async () => {
    const plain = TemporaryRepository.empty();
    plain.write('a', 'a');
    const { unknowns } = await readTarget(
      { kind: 'directory', root: plain.path },
      { ...plain.env, PATH: '/nonexistent' },
    );
    expect(unknowns).toEqual([]);
    plain.dispose();
  });
});

/** A search path on which git assumes that somebody else owns every repository. */
function wrapGit(repository: TemporaryRepository): string {
  const directory = join(repository.path, '.git', 'bin');
  mkdirSync(directory);
  const script = `#!/bin/sh\nPATH='${process.env['PATH'] ?? ''}' GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"\n`;
  writeFileSync(join(directory, 'git'), script, { mode: 0o755 });
  return `${directory}:/usr/bin:/bin`;
}
