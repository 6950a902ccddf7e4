import { basename, dirname } from 'node:path';
import { assert, property, uint8Array } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HttpClient } from '../../http/http-client.ts';
import { TemporaryRepository } from '../testing/temporary-repository.ts';
import { commitTime, firstCommit } from './first-object.ts';
import { GitRemote } from './git-remote.ts';
import { readPackets } from './packet-lines.ts';
import { startGitServer, type GitServer } from './testing/git-server.ts';

let repository: TemporaryRepository;
let server: GitServer;
let first: string;
let second: string;
let stray: string;

beforeAll(async () => {
  repository = TemporaryRepository.create();
  repository.write('a.txt', 'a');
  first = repository.commit('first');
  repository.git('tag', 'v1.0.0');
  repository.write('a.txt', 'b');
  second = repository.commit('second');
  repository.git('tag', '--annotate', '--message', 'two', 'v2.0.0');
  repository.write('a.txt', 'c');
  repository.commit('third');
  stray = repository.git('commit-tree', '-m', 'of nobody', '-p', second, 'HEAD^{tree}');
  server = await startGitServer(dirname(repository.path));
});

afterAll(() => {
  server.close();
  repository.dispose();
});

function remote(name = basename(repository.path)): GitRemote {
  const signal = new AbortController().signal;
  const http = new HttpClient({ fetch: globalThis.fetch, signal, trustedOrigins: [server.origin] });
  return new GitRemote(http, `${server.origin}/${name}`, { authorization: 'Basic eA==' });
}

describe.each([true, false])('a server with filters: %s', (allowed) => {
  beforeAll(() => {
    repository.git('config', 'uploadpack.allowFilter', String(allowed));
  });

  test('branches and tags, those with a message followed', async () => {
    const refs = await remote().refs();
    expect(Object.fromEntries(refs.map(({ name, commit }) => [name, commit]))).toEqual({
      HEAD: repository.git('rev-parse', 'HEAD'),
      'refs/heads/main': repository.git('rev-parse', 'HEAD'),
      'refs/tags/v1.0.0': first,
      'refs/tags/v2.0.0': second,
    });
    expect(server.requests.at(-1)?.authorization).toBe('Basic eA==');
  });

  test('whether a commit is in the history', async () => {
    expect(await remote().reaches(first)).toBe('yes');
    expect(await remote().reaches(second)).toBe('yes');
    expect(await remote().reaches(repository.git('rev-parse', 'HEAD'))).toBe('yes');
    expect(await remote().reaches(stray)).toBe('no');
    expect(await remote().reaches('5f'.repeat(20))).toBe('missing');
  });

  test('when a commit was made', async () => {
    const seconds = Number(repository.git('log', '-1', '--format=%ct', second));
    expect(await remote().dateOf(second)).toEqual(new Date(seconds * 1000));
    expect(await remote().dateOf('5f'.repeat(20))).toBeUndefined();
  });
});

test('a commit in the middle of history, between what branches reach', async () => {
  const between = repository.git('rev-parse', 'HEAD');
  repository.write('a.txt', 'd');
  repository.commit('fourth');
  expect(await remote().reaches(between)).toBe('yes');
});

test('what is not there', async () => {
  await expect(remote('nothing').refs()).rejects.toMatchObject({ name: 'HttpError', code: 'refused', status: 404 });
});

test('foreign bytes', () => {
  assert(
    property(uint8Array({ maxLength: 300 }), (bytes) => {
      const pack = Buffer.concat([Buffer.from('PACK\0\0\0\u0002\0\0\0\u0001'), bytes]);
      expect([...readPackets(bytes)].length).toBeLessThanOrEqual(75);
      expect(commitTime(firstCommit(pack) ?? '')).toBeUndefined();
    }),
  );
});
