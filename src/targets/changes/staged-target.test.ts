import { chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../lib/git/testing/temporary-repository.ts';
import { type ReadTarget, readTarget } from '../testing/read-target.ts';

let place: TemporaryRepository;
beforeEach(() => {
  place = TemporaryRepository.create();
});
afterEach(() => place.dispose());

async function staged(env: NodeJS.ProcessEnv = place.env, root = place.path): Promise<ReadTarget> {
  return await readTarget({ kind: 'staged', root }, env);
}

/** Lines that count, by path. */
function changed({ entries }: ReadTarget): Record<string, string> {
  return Object.fromEntries(
    entries.map(({ uri, changed: spans }) => [
      uri,
      spans?.map(({ start, end }) => `${start}-${end}`).join(' ') ?? 'all',
    ]),
  );
}

describe('staged files', () => {
  it('are all of the index before the first commit', async () => {
    place.write('a', 'one\ntwo\n');
    place.write('b', 'not staged');
    place.git('add', 'a');
    const found = await staged();
    expect(found.texts).toEqual({ a: 'one\ntwo\n' });
    expect(changed(found)).toEqual({ a: '1-2' });
    expect(found.opened).toMatchObject({
      description: '1 staged file',
      revision: { branch: 'main' },
      repositoryId: undefined,
    });
  });

  it('have the content that is staged, not that of the work tree', async () => {
    place.write('a', '1\n2\n3\n4\n5\n');
    place.write('unchanged', 'same');
    const first = place.commit();
    place.write('a', '1\nstaged\n3\n4\n5\nend\n');
    place.git('add', '.');
    place.write('a', 'later\n');
    rmSync(join(place.path, 'unchanged'));
    const found = await staged();
    expect(found.texts).toEqual({ a: '1\nstaged\n3\n4\n5\nend\n' });
    expect(changed(found)).toEqual({ a: '2-2 6-6' });
    expect(found.opened.repositoryId).toBe(first);
    expect(found.contents[0]?.blob).toBe(place.git('rev-parse', ':a'));
  });

  it('come with deletions, modes, types, links and submodules told apart', async () => {
    place.write('gone', 'x');
    place.write('mode', 'same');
    place.write('type', 'a file\n');
    place.write('moved', 'the same text in another place\n');
    const head = place.commit();
    rmSync(join(place.path, 'gone'));
    chmodSync(join(place.path, 'mode'), 0o755);
    rmSync(join(place.path, 'type'));
    symlinkSync('target', join(place.path, 'type'));
    place.git('mv', 'moved', 'there');
    place.git('update-index', '--add', '--cacheinfo', `160000,${head},module`);
    place.git('add', 'gone', 'mode', 'type');
    const found = await staged();
    expect(found.texts).toEqual({ mode: 'same', there: 'the same text in another place\n', type: 'target' });
    expect(changed(found)).toEqual({ mode: '', there: '1-1', type: '1-1' });
  });

  it('may have any name and any bytes', async () => {
    const name = 'new\nline "quoted"\t';
    place.write(name, 'a\n');
    place.write('binary', Buffer.from([0, 1, 10, 0, 2]));
    place.commit();
    place.write(name, 'a\nb\n');
    place.write('binary', Buffer.from([0, 1, 10, 0, 3]));
    place.write('.gitattributes', '*.txt -diff\nhidden* binary\n');
    place.write('hidden.txt', 'one\ntwo\n');
    place.git('add', '.');
    expect(changed(await staged())).toEqual({
      '.gitattributes': '1-2',
      [name]: '2-2',
      binary: '2-2',
      'hidden.txt': '1-2',
    });
  });

  it('are those of the index that a hook is given', async () => {
    place.write('a', 'a\n');
    place.write('b', 'b\n');
    place.commit();
    place.write('a', 'staged\n');
    place.git('add', 'a');
    place.write('b', 'by path\n');
    const index = join(place.path, '.git', 'next-index');
    place.gitWith({ GIT_INDEX_FILE: index }, 'read-tree', 'HEAD');
    place.gitWith({ GIT_INDEX_FILE: index }, 'add', 'b');
    expect((await staged({ ...place.env, GIT_INDEX_FILE: index })).texts).toEqual({ b: 'by path\n' });
    const env = { ...place.env, GIT_DIR: join(place.path, '.git'), GIT_WORK_TREE: place.path };
    expect((await staged(env)).texts).toEqual({ a: 'staged\n' });
  });

  it('are found in a linked worktree and from a directory below the top', async () => {
    place.write('a', 'a\n');
    place.commit();
    place.git('worktree', 'add', '--quiet', 'linked', '-b', 'side');
    const linked = place.at('linked');
    linked.write('deep/b', 'b\n');
    linked.git('add', '.');
    const found = await staged(place.env, join(linked.path, 'deep'));
    expect(found.texts).toEqual({ 'deep/b': 'b\n' });
    expect(found.opened).toMatchObject({ root: linked.path, revision: { branch: 'side' } });
  });

  it('are found with ids of SHA-256, also before the first commit', async () => {
    const other = TemporaryRepository.create('--object-format=sha256');
    other.write('a', 'a\n');
    other.git('add', '.');
    expect((await staged(other.env, other.path)).texts).toEqual({ a: 'a\n' });
    other.commit();
    other.write('a', 'b\n');
    other.git('add', '.');
    expect(changed(await staged(other.env, other.path))).toEqual({ a: '1-1' });
    other.dispose();
  });

  it('are read from packs when they are there', async () => {
    place.write('a', 'first\n');
    place.commit();
    place.write('a', 'second\n');
    place.commit();
    place.git('repack', '-adq');
    place.git('checkout', '--quiet', 'HEAD~1', '--', 'a');
    expect((await staged()).texts).toEqual({ a: 'first\n' });
  });

  it('leave index and work tree as they were', async () => {
    place.write('a', 'a\n');
    place.commit();
    place.write('a', 'b\n');
    place.git('add', '.');
    place.write('a', 'c\n');
    const index = join(place.path, '.git', 'index');
    const state = (): unknown[] => [
      readFileSync(index),
      statSync(index).mtimeMs,
      place.git('--no-optional-locks', 'status', '--porcelain'),
    ];
    const before = state();
    await staged();
    expect(state()).toEqual(before);
    expect(existsSync(`${index}.lock`)).toBe(false);
  });

  it('are not to be had outside a repository', async () => {
    const outside = TemporaryRepository.empty();
    await expect(staged(outside.env, outside.path)).rejects.toThrow(
      expect.objectContaining({ code: 'not-a-repository' }),
    );
    outside.dispose();
  });

  it('say that Git LFS keeps the content', async () => {
    place.write('large.bin', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`);
    place.git('add', '.');
    expect((await staged()).texts['large.bin']).toMatch(/^unsupported: /);
  });
});
