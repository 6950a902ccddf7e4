import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../lib/git/testing/temporary-repository.ts';
import { openReader } from '../open-reader.ts';
import { openTarget } from '../open-target.ts';
import { ReadError } from '../reader.ts';
import { type ReadTarget, listAll, readTarget } from '../testing/read-target.ts';

let place: TemporaryRepository;

async function read(path = place.path): Promise<ReadTarget> {
  return await readTarget({ kind: 'directory', root: path }, place.env);
}

async function paths(path = place.path): Promise<string[]> {
  return (await read(path)).entries.map((entry) => entry.uri);
}

describe('a directory in a git work tree', () => {
  beforeEach(() => {
    place = TemporaryRepository.create();
  });
  afterEach(() => place.dispose());

  it('has tracked files, even ignored ones, and untracked ones that are not ignored', async () => {
    place.write('.gitignore', '*.log\n');
    place.write('tracked', 'tracked text');
    place.write('kept.log', 'a log that is tracked');
    place.git('add', '--force', '.');
    place.write('untracked', 'new');
    place.write('dropped.log', 'a log that is not');
    place.write('sub/.gitignore', 'secret\n');
    place.write('sub/secret', 'ignored below');
    const { entries, texts, unknowns } = await read();
    expect(entries.map((entry) => entry.uri)).toEqual([
      '.gitignore',
      'kept.log',
      'sub/.gitignore',
      'tracked',
      'untracked',
    ]);
    expect(texts['tracked']).toBe('tracked text');
    expect(entries.find((entry) => entry.uri === 'untracked')?.size).toBe(3);
    expect(unknowns).toEqual([]);
  });

  it('says where it comes from, without credentials', async () => {
    place.write('a', 'a');
    const first = place.commit();
    const head = place.commit();
    place.git('remote', 'add', 'origin', 'https://user:pass@example.com/team/project.git?token=x');
    const { opened } = await read();
    expect(opened.repositoryId).toBe(first);
    expect(opened.revision).toEqual({
      commit: head,
      branch: 'main',
      repository: 'https://example.com/team/project.git',
    });
  });

  it('has the files of submodules and nested repositories by their own rules', async () => {
    const library = TemporaryRepository.create();
    library.write('library', 'code');
    library.commit();
    place.git('submodule', '--quiet', 'add', library.path, 'module');
    place.git('submodule', '--quiet', 'add', library.path, 'absent');
    place.commit();
    place.git('submodule', '--quiet', 'deinit', '--force', 'absent');
    library.dispose();
    place.write('module/untracked', 'in the submodule');
    const other = place.at('vendor/nested');
    other.git('init', '--quiet', '--initial-branch=main');
    other.write('.gitignore', 'out\n');
    other.write('inside', 'nested');
    other.write('out', 'ignored there');
    other.git('add', '.');
    expect(await paths()).toEqual([
      '.gitmodules',
      'module/library',
      'module/untracked',
      'vendor/nested/.gitignore',
      'vendor/nested/inside',
    ]);
  });

  it('has only the part below a directory that is not the top', async () => {
    place.write('outside', 'no');
    place.write('part/inside', 'yes');
    place.commit();
    expect(await paths(join(place.path, 'part'))).toEqual(['inside']);
  });

  it('is walked when it is ignored but asked for', async () => {
    place.write('.gitignore', 'build\n');
    place.write('build/output', 'made');
    place.commit();
    expect(await paths()).toEqual(['.gitignore']);
    expect(await paths(join(place.path, 'build'))).toEqual(['output']);
  });

  it('never leads out through links, nor waits for pipes', async () => {
    const outside = TemporaryRepository.empty();
    outside.write('passwd', 'not ours');
    place.write('real/passwd', 'ours');
    place.write('plain', 'plain');
    place.commit();
    renameSync(join(place.path, 'real'), join(place.path, 'moved'));
    symlinkSync(outside.path, join(place.path, 'real'));
    symlinkSync(join(outside.path, 'passwd'), join(place.path, 'link'));
    place.pipe('pipe');
    expect(await paths()).toEqual(['moved/passwd', 'plain']);
    outside.dispose();
  });

  it('may itself be reached through a link', async () => {
    place.write('a', 'a');
    const link = `${place.path}-link`;
    symlinkSync(place.path, link);
    expect(await paths(link)).toEqual(['a']);
    rmSync(link);
  });

  it('has names with newlines and names that are not UTF-8', async () => {
    place.write('new\nline', 'one');
    writeFileSync(
      Buffer.concat([Buffer.from(`${place.path}/bad`), Buffer.from([0xff, 0xc3]), Buffer.from('.txt')]),
      'two',
    );
    writeFileSync(Buffer.concat([Buffer.from(`${place.path}/`), Buffer.from([0xe9]), Buffer.from('.txt')]), 'three');
    expect((await read()).texts).toEqual({ 'new\nline': 'one', 'bad\\xff\\xc3.txt': 'two', '\\xe9.txt': 'three' });
  });

  it('obeys the place that a hook is given, when the directory is in it', async () => {
    const elsewhere = TemporaryRepository.empty();
    elsewhere.write('.gitignore', 'skipped\n');
    elsewhere.write('skipped', 'no');
    elsewhere.write('taken', 'yes');
    const env = { ...place.env, GIT_DIR: join(place.path, '.git'), GIT_WORK_TREE: elsewhere.path };
    const inside = await readTarget({ kind: 'directory', root: elsewhere.path }, env);
    expect(inside.entries.map((entry) => entry.uri)).toEqual(['.gitignore', 'taken']);
    place.write('own', 'own');
    const outside = await readTarget({ kind: 'directory', root: place.path }, env);
    expect(outside.entries.map((entry) => entry.uri)).toEqual(['own']);
    elsewhere.dispose();
  });

  it('is refused when git distrusts it', async () => {
    place.git('config', 'extensions.unknown', 'true');
    place.git('config', 'core.repositoryFormatVersion', '1');
    await expect(read()).rejects.toThrow(expect.objectContaining({ name: 'InputError', code: 'git-failed' }));
  });
});

describe('a directory outside git', () => {
  beforeEach(() => {
    place = TemporaryRepository.empty();
  });
  afterEach(() => place.dispose());

  it('obeys .gitignore files, the nearest first', async () => {
    place.write('.gitignore', '*.log\n/only-here\nbuild/\n');
    place.write('a.log', '');
    place.write('only-here', '');
    place.write('sub/only-here', 'elsewhere');
    place.write('sub/.gitignore', '!b.log\n*.tmp\n');
    place.write('sub/b.log', 'wanted again');
    place.write('sub/c.log', '');
    place.write('sub/d.tmp', '');
    place.write('d.tmp', 'not below sub');
    place.write('build/deep/x', '');
    expect(await paths()).toEqual(['.gitignore', 'd.tmp', 'sub/.gitignore', 'sub/b.log', 'sub/only-here']);
  });

  it('has the files of repositories in it by the rules of git', async () => {
    place.write('plain', 'plain');
    const inner = place.at('projects/one');
    inner.git('init', '--quiet');
    inner.write('.gitignore', 'x\n');
    inner.write('x', 'tracked all the same');
    inner.git('add', '--force', '.');
    expect(await paths()).toEqual(['plain', 'projects/one/.gitignore', 'projects/one/x']);
  });

  it('is not held up by a rule made to take for ever', async () => {
    place.write('.gitignore', `${'*a'.repeat(40)}b\nplain-rule\n`);
    place.write('a'.repeat(250), 'looked at');
    place.write('plain-rule', '');
    expect(await paths()).toEqual(['.gitignore', 'a'.repeat(250)]);
  });

  it('has no revision', async () => {
    const { opened } = await read();
    expect([opened.revision, opened.repositoryId]).toEqual([undefined, undefined]);
  });

  it('must exist and be a directory', async () => {
    place.write('file', '');
    await expect(read(join(place.path, 'none'))).rejects.toThrow(expect.objectContaining({ code: 'no-such-target' }));
    await expect(read(join(place.path, 'file'))).rejects.toThrow(expect.objectContaining({ code: 'not-a-directory' }));
  });

  it('tells what changed under it between listing and reading', async () => {
    for (const name of ['gone', 'shorter', 'longer', 'linked', 'folder']) place.write(name, 'twelve bytes');
    const { signal } = new AbortController();
    const opened = await openTarget({ kind: 'directory', root: place.path }, signal, place.env);
    const { entries } = await listAll(opened);
    rmSync(join(place.path, 'gone'));
    truncateSync(join(place.path, 'shorter'), 3);
    writeFileSync(join(place.path, 'longer'), 'more than twelve bytes');
    rmSync(join(place.path, 'linked'));
    symlinkSync('/etc/passwd', join(place.path, 'linked'));
    rmSync(join(place.path, 'folder'));
    mkdirSync(join(place.path, 'folder'));
    const reader = openReader(opened.reader);
    const results = await Promise.all(
      entries.map(async (entry) => {
        try {
          return [entry.uri, Buffer.from((await reader.read(entry)).bytes).toString()];
        } catch (error) {
          return [entry.uri, error instanceof ReadError ? error.reason : String(error)];
        }
      }),
    );
    expect(Object.fromEntries(results)).toEqual({
      gone: 'unreadable',
      shorter: 'unreadable',
      longer: 'more than twelve bytes',
      linked: 'unreadable',
      folder: 'unreadable',
    });
  });

  it('gives windows of a file', async () => {
    place.write('large', '0123456789');
    const { signal } = new AbortController();
    const opened = await openTarget({ kind: 'directory', root: place.path }, signal, place.env);
    const [entry] = (await listAll(opened)).entries;
    const reader = openReader(opened.reader);
    const windows = await Promise.all(
      [0, 4, 8, 10].map(async (at) => entry && (await reader.readWindow?.(entry, at, 4))),
    );
    expect(windows.map((window) => Buffer.from(window ?? []).toString())).toEqual(['0123', '4567', '89', '']);
  });
});
