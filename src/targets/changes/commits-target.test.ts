import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../lib/git/testing/temporary-repository.ts';
import { type ReadTarget, readTarget } from '../testing/read-target.ts';

let place: TemporaryRepository;
beforeEach(() => {
  place = TemporaryRepository.create();
});
afterEach(() => place.dispose());

async function commits(range: string, repository = place): Promise<ReadTarget> {
  return await readTarget({ kind: 'commits', root: repository.path, range }, repository.env);
}

/** `commit path: lines` of each blob, in order. */
function summary({ entries, contents }: ReadTarget, names: Readonly<Record<string, string>>): string[] {
  return entries.flatMap(({ uri, changed }, at) => {
    const content = contents[at];
    if (content?.blob === undefined) return [];
    const lines = changed?.map(({ start, end }) => `${start}-${end}`).join(' ') ?? 'all';
    return [`${names[content.commit ?? ''] ?? content.commit} ${uri}: ${lines}`];
  });
}

describe('commits of a range', () => {
  it('give each blob they bring with the lines that are new in it', async () => {
    place.write('a', '1\n2\n3\n');
    const first = place.commit('first');
    place.write('a', '1\nnew\n2\n3\n');
    place.write('b', 'b\n');
    const second = place.commit('second');
    place.git('rm', '--quiet', 'b');
    place.write('a', '1\nnew\n2\n3\nmore\n');
    const third = place.commit('third');
    const names = { [first]: 'first', [second]: 'second', [third]: 'third' };
    const found = await commits(`${first}..HEAD`);
    expect(summary(found, names)).toEqual(['third a: 5-5', 'second a: 2-2', 'second b: 1-1']);
    expect(found.opened.description).toBe(`${first}..HEAD (2 commits)`);
    expect(found.texts[`commit:${second}`]).toBe(
      'second\n\nauthor Tester <tester@example.com>\ncommitter Tester <tester@example.com>\n',
    );
    expect(summary(await commits('HEAD'), names)).toEqual(['third a: 5-5']);
    expect(summary(await commits(first), names)).toEqual(['first a: 1-3']);
    expect((await commits('HEAD..HEAD')).entries).toEqual([]);
  });

  it('count of a merge what none of its parents has', async () => {
    place.write('x', 'a\nb\nc\n');
    const base = place.commit();
    place.git('checkout', '--quiet', '-b', 'side');
    place.write('x', 'a\nb\nc\nside\n');
    place.write('s', 's\n');
    const side = place.commit();
    place.git('checkout', '--quiet', 'main');
    place.write('x', 'main\na\nb\nc\n');
    const main = place.commit();
    place.git('merge', '--quiet', '--no-commit', 'side');
    place.write('x', 'main\na\nb\nc\nside\nslipped in\n');
    place.write('m', 'only in the merge\n');
    const merge = place.commit('merge');
    const names = { [side]: 'side', [main]: 'main', [merge]: 'merge' };
    expect(summary(await commits(`${main}..${merge}`), names)).toEqual([
      'merge m: 1-1',
      'merge x: 6-6',
      'side s: 1-1',
      'side x: 4-4',
    ]);
    expect(summary(await commits('main~1...side'), names).sort()).toEqual([
      'main x: 1-1',
      'side s: 1-1',
      'side x: 4-4',
    ]);
    expect(summary(await commits(`${base}..${merge}`), names).length).toBe(5);
  });

  it('are not taken for options', async () => {
    place.write('a', 'a');
    place.commit();
    for (const range of ['--output=stolen', '-p', '', '--all..HEAD']) {
      await expect(commits(range)).rejects.toThrow(expect.objectContaining({ name: 'InputError' }));
    }
    expect(place.git('status', '--porcelain')).toBe('');
  });

  it('must exist', async () => {
    place.write('a', 'a');
    place.commit();
    await expect(commits('nowhere..HEAD')).rejects.toThrow(expect.objectContaining({ code: 'no-such-revision' }));
    await expect(commits('nowhere')).rejects.toThrow(expect.objectContaining({ code: 'no-such-revision' }));
  });

  it('say where a shallow clone cuts them off', async () => {
    for (const text of ['1\n', '1\n2\n', '1\n2\n3\n']) {
      place.write('a', text);
      place.commit();
    }
    const clones = TemporaryRepository.empty();
    clones.git('clone', '--quiet', '--depth=2', `file://${place.path}`, 'shallow');
    const found = await commits('HEAD~1', clones.at('shallow'));
    expect(found.unknowns.map(({ reason }) => reason)).toEqual(['not-fetched']);
    expect(found.texts['a']).toBe('1\n2\n');
    clones.dispose();
  });

  it('count as a whole where git can not compare them', async () => {
    place.write('a', '1\n');
    const first = place.commit();
    place.write('a', '1\n2\n');
    const second = place.commit();
    const id = place.git('rev-parse', 'HEAD~1:a');
    rmSync(join(place.path, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true });
    const found = await commits(`${first}..${second}`);
    expect(summary(found, { [second]: 'second' })).toEqual(['second a: all']);
    place.write('a', '1\n2\n3\n');
    place.git('add', 'a');
    place.git('update-ref', '--no-deref', 'HEAD', first);
    const staged = await readTarget({ kind: 'staged', root: place.path }, place.env);
    expect(staged.entries.map(({ uri, changed }) => [uri, changed])).toEqual([['a', undefined]]);
  });

  it('are read where a server keeps new objects apart', async () => {
    place.write('a', 'a\n');
    const old = place.commit();
    const quarantine = place.at('quarantine');
    place.write('b', 'b\n');
    const env = {
      GIT_OBJECT_DIRECTORY: quarantine.path,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: `${place.path}/.git/objects`,
    };
    place.gitWith(env, 'add', '.');
    const tree = place.gitWith(env, 'write-tree').toString().trim();
    const pushed = place.gitWith(env, 'commit-tree', '-p', old, '-m', 'pushed', tree).toString().trim();
    const found = await readTarget(
      { kind: 'commits', root: place.path, range: `${old}..${pushed}` },
      { ...place.env, ...env },
    );
    expect(found.texts['b']).toBe('b\n');
    expect(found.texts['quarantine']).toBeUndefined();
  });
});
