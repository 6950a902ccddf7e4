import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allObjects } from '../../lib/git/testing/all-objects.ts';
import { TemporaryRepository } from '../../lib/git/testing/temporary-repository.ts';
import type { Finding } from '../../model/finding.ts';
import { findWords } from '../testing/find-words.ts';
import { type ReadTarget, readTarget } from '../testing/read-target.ts';

let place: TemporaryRepository;
beforeEach(() => {
  place = TemporaryRepository.create();
});
afterEach(() => place.dispose());

async function history(repository = place, dangling = false): Promise<ReadTarget> {
  return await readTarget({ kind: 'history', root: repository.path, dangling }, repository.env);
}

async function attribute(found: ReadTarget, pattern: RegExp): Promise<readonly Finding[]> {
  const findings = found.entries.flatMap((entry, at) => {
    const content = found.contents[at];
    return content ? findWords(entry, content, pattern) : [];
  });
  return (await found.opened.attribute?.(findings, new AbortController().signal)) ?? [];
}

/** Ids of the blobs that were read, in order of the ids. */
function blobs({ contents }: ReadTarget): string[] {
  return contents.flatMap((content) => content?.blob ?? []).sort();
}

function textsOf({ contents }: ReadTarget): string[] {
  return contents.map((content) => Buffer.from(content?.bytes ?? []).toString('latin1'));
}

describe('a history', () => {
  it('is every blob once under a path, and every message', async () => {
    place.write('a', 'first a\n');
    place.write('deep/er/b', 'b\n');
    place.write('copy/of/b', 'b\n');
    const first = place.commit('the first message');
    place.write('a', 'second a\n');
    place.commit('the second');
    place.git('rm', '--quiet', '-r', 'deep', 'copy');
    place.commit('the third');
    place.git('tag', '--annotate', '--message', 'text of the tag', 'v1');
    place.git('notes', 'add', '--message', 'text of a note', first);
    for (const pack of [false, true]) {
      if (pack) place.git('repack', '-adfq');
      const found = await history();
      expect(blobs(found)).toEqual(
        allObjects(place)
          .filter(({ type }) => type === 'blob')
          .map(({ id }) => id)
          .sort(),
      );
      const { texts } = found;
      expect(texts[`commit:${first}`]).toContain('the first message\n');
      expect(texts['tag:v1']).toMatch(/^text of the tag\n/);
      expect(texts[first]).toBe('text of a note\n');
      expect(Object.keys(texts).filter((uri) => /\bb$/.test(uri)).length).toBe(1);
      expect(found.unknowns).toEqual([]);
    }
  });

  it('is empty before the first commit', async () => {
    const found = await history();
    expect([found.entries, found.unknowns]).toEqual([[], []]);
  });

  it('includes stash, reflogs and other worktrees; garbage only when asked', async () => {
    place.write('a', 'kept\n');
    place.commit();
    place.write('a', 'stashed\n');
    place.git('stash', 'push', '--quiet');
    place.write('b', 'dropped from the branch\n');
    place.commit();
    place.git('reset', '--quiet', '--hard', 'HEAD~1');
    place.git('worktree', 'add', '--quiet', '--detach', 'linked');
    const linked = place.at('linked');
    linked.write('c', 'in a detached worktree\n');
    linked.commit();
    const dangling = place.gitWith({ input: 'never committed\n' }, 'hash-object', '-w', '--stdin').toString().trim();
    const texts = textsOf(await history());
    expect(texts).toEqual(
      expect.arrayContaining(['stashed\n', 'dropped from the branch\n', 'in a detached worktree\n']),
    );
    expect(texts).not.toContain('never committed\n');
    expect((await history(place, true)).texts[`blob:${dangling}`]).toBe('never committed\n');
    place.git('reflog', 'expire', '--all', '--expire=now');
    place.git('stash', 'clear');
    const left = textsOf(await history());
    expect(left).not.toContain('stashed\n');
    expect(left).not.toContain('dropped from the branch\n');
  });

  it('is exactly what is reachable, also when trees are deltas of garbage', async () => {
    const files = Array.from({ length: 60 }, (_, at) => [`dir/file${at}`, `content ${at}\n`] as const);
    const versions = Array.from({ length: 30 }, (_, at) => [[`dir/file${at}`, `changed ${at}\n`]] as const);
    place.import([files, ...versions]);
    place.git('repack', '-adfq');
    place.git('update-ref', 'refs/heads/main', 'main~12');
    place.git('reflog', 'expire', '--all', '--expire=now');
    const listed = place.git('rev-list', '--objects', '--all', '--no-object-names');
    const reachable = place
      .gitWith({ input: `${listed}\n` }, 'cat-file', '--batch-check')
      .toString()
      .split('\n')
      .flatMap((line) => (line.split(' ')[1] === 'blob' ? (line.split(' ')[0] ?? '') : []));
    expect(blobs(await history())).toEqual(reachable.sort());
    expect(blobs(await history(place, true)).length).toBe(reachable.length + 12);
  });

  it('is the same when an object is stored twice', async () => {
    place.write('a', 'twice\n');
    place.commit();
    place.git('repack', '-adq');
    const id = place.git('rev-parse', 'HEAD:a');
    const loose = join(place.path, '.git/objects', id.slice(0, 2), id.slice(2));
    const pack = readdirSync(join(place.path, '.git/objects/pack')).find((name) => name.endsWith('.pack')) ?? '';
    const other = TemporaryRepository.create();
    other.gitWith({ input: readFileSync(join(place.path, '.git/objects/pack', pack)) }, 'unpack-objects', '-q');
    mkdirSync(dirname(loose), { recursive: true });
    writeFileSync(loose, readFileSync(join(other.path, '.git/objects', id.slice(0, 2), id.slice(2))));
    other.dispose();
    expect(blobs(await history())).toEqual([id]);
  });

  it('with ids of SHA-256', async () => {
    const other = TemporaryRepository.create('--object-format=sha256');
    other.write('a/b', 'text\n');
    other.commit();
    expect((await history(other)).texts['a/b']).toBe('text\n');
    other.dispose();
  });
});

describe('a history that is not all there', () => {
  it('says so of a shallow clone', async () => {
    place.write('a', '1\n');
    place.commit();
    place.write('a', '2\n');
    place.commit();
    const clones = TemporaryRepository.empty();
    clones.git('clone', '--quiet', '--depth=1', `file://${place.path}`, 'shallow');
    const { unknowns, texts, opened } = await history(clones.at('shallow'));
    expect(unknowns.map(({ reason, message }) => [reason, message])).toEqual([
      ['not-fetched', 'the history is cut off: this is a shallow clone'],
    ]);
    expect(texts['a']).toBe('2\n');
    expect(opened.repositoryId).toBeUndefined();
    clones.dispose();
  });

  it('says which blobs a partial clone left on the server, and does not fetch them', async () => {
    place.write('dir/a', '1\n');
    place.commit();
    place.write('dir/a', '2\n');
    place.commit();
    place.git('config', 'uploadpack.allowFilter', 'true');
    const clones = TemporaryRepository.empty();
    clones.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${place.path}`, 'partial');
    const { unknowns } = await history(clones.at('partial'));
    expect(unknowns.map(({ reason, location }) => [reason, location?.uri])).toEqual([
      ['not-fetched', 'dir/a'],
      ['not-fetched', 'dir/a'],
    ]);
    clones.dispose();
  });

  it('says which objects are damaged or lost', async () => {
    for (const text of ['one\n', 'two\n', 'three\n', 'four\n']) {
      place.write('a', text);
      place.write('dir/b', `other ${text}`);
      place.commit();
    }
    const file = (id: string): string => join(place.path, '.git/objects', id.slice(0, 2), id.slice(2));
    const [damaged = '', lost = '', cut = ''] = ['HEAD~1:a', 'HEAD~2:dir/b', 'HEAD~3'].map((name) =>
      place.git('rev-parse', name),
    );
    for (const id of [damaged, lost, cut]) rmSync(file(id), { force: true });
    writeFileSync(file(damaged), 'no zlib stream');
    const found = await history();
    expect(found.unknowns.map(({ reason, location, message }) => `${reason} ${location?.uri}: ${message}`)).toEqual([
      `corrupt a: object ${damaged}: it has no head`,
      `corrupt undefined: object ${cut} is not stored here`,
      `corrupt dir/b: object ${lost} is not stored here`,
    ]);
    expect(textsOf(found)).toContain('four\n');
  });

  it('says which contents Git LFS has not fetched, and reads the others', async () => {
    const content = 'kept elsewhere\n';
    const id = createHash('sha256').update(content).digest('hex');
    const pointer = (oid: string): string =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${content.length}\n`;
    place.write('here.bin', pointer(id));
    place.write('away.bin', pointer('0'.repeat(64)));
    place.write(`.git/lfs/objects/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`, content);
    place.commit();
    const { texts } = await history();
    expect(texts['here.bin']).toBe(content);
    expect(texts['away.bin']).toMatch(/^not-fetched: /);
  });
});

describe('attribution', () => {
  it('says when a value came and went, where it lay, and which refs still lead to it', async () => {
    place.write('config', 'nothing\n');
    place.commit();
    place.write('config', 'nothing\nWORD1\n');
    const came = place.commit();
    place.git('branch', 'old');
    place.git('tag', 'v1');
    place.write('settings', 'nothing\nWORD1\nmore\n');
    place.git('rm', '--quiet', 'config');
    place.commit();
    place.write('settings', 'nothing\nmore\n');
    const went = place.commit();
    place.write('other', 'WORD2\n');
    const second = place.commit();
    const findings = await attribute(await history(), /WORD\d/g);
    const stories = Object.fromEntries(
      findings.map(({ locations: [{ uri }], properties }) => [uri, properties?.['history']]),
    );
    const who = 'Tester <tester@example.com>';
    expect(stories['config']).toEqual({
      atHead: false,
      reachable: true,
      paths: ['config', 'settings'],
      refs: ['refs/heads/main', 'refs/heads/old', 'refs/tags/v1'],
      introduced: { commit: came, author: who, date: expect.stringMatching(/^2020-/), path: 'config' },
      removed: { commit: went, author: who, date: expect.stringMatching(/^2020-/), path: 'settings' },
    });
    expect(stories['other']).toMatchObject({ atHead: true, introduced: { commit: second }, refs: ['refs/heads/main'] });
    expect(stories['other']).not.toHaveProperty('removed');
  });

  it('knows the commit of a message, and that garbage is not reachable', async () => {
    place.write('a', 'a\n');
    const id = place.commit('has WORD1 in it');
    place.gitWith({ input: 'WORD2\n' }, 'hash-object', '-w', '--stdin');
    const findings = await attribute(await history(place, true), /WORD\d/g);
    expect(findings.map(({ properties }) => properties?.['history'])).toEqual([
      expect.objectContaining({ reachable: true, introduced: expect.objectContaining({ commit: id }) }),
      expect.objectContaining({ reachable: false, atHead: false }),
    ]);
  });
});
