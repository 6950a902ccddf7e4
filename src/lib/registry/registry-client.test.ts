import { afterAll, expect, test } from 'vitest';
import { HttpClient } from '../http/http-client.ts';
import { parseChallenge } from './challenge.ts';
import { RegistryClient, type Login } from './registry-client.ts';
import { startRegistry, type LocalRegistry } from './testing/local-registry.ts';

const started: LocalRegistry[] = [];
afterAll(() => {
  for (const registry of started) registry.close();
});

async function start(password?: string): Promise<LocalRegistry> {
  const registry = await startRegistry(password);
  started.push(registry);
  return registry;
}

function clientOf({ origin }: LocalRegistry, login?: Login): RegistryClient {
  const signal = new AbortController().signal;
  const http = new HttpClient({ fetch: globalThis.fetch, signal, trustedOrigins: [origin] });
  return new RegistryClient({ http, originOf: () => origin, loginOf: () => login });
}

const node = { registry: 'docker.io', repository: 'library/node' };

test('a tag is resolved with a token that anybody gets, once a repository', async () => {
  const registry = await start();
  const digest = registry.push('library/node', '20', '2026-01-02T03:04:05Z');
  const client = clientOf(registry);
  expect(await client.digestOf(node, '20')).toBe(digest);
  expect(await client.digestOf(node, '20')).toBe(digest);
  expect(registry.requests).toEqual([
    'HEAD /v2/library/node/manifests/20',
    'GET /token?service=local&scope=repository%3Alibrary%2Fnode%3Apull',
    'HEAD /v2/library/node/manifests/20',
    'HEAD /v2/library/node/manifests/20',
  ]);
  await expect(client.digestOf(node, '21')).rejects.toMatchObject({ code: 'refused', status: 404 });
});

test('age and size are those of linux/amd64', async () => {
  const registry = await start();
  const digest = registry.push('library/node', '20', '2026-01-02T03:04:05Z');
  const facts = await clientOf(registry).factsOf(node, digest);
  expect(facts.created).toEqual(new Date('2026-01-02T03:04:05Z'));
  expect(facts.size).toBeGreaterThan(1000);
  const old = registry.push('library/node', 'again', '1970-01-01T00:00:00Z');
  expect(await clientOf(registry).factsOf(node, old)).not.toHaveProperty('created');
});

test('where a password is needed', async () => {
  const password = ['a', 'b', 'c'].join('-');
  const registry = await start(password);
  const digest = registry.push('library/node', '20', '2026-01-02T03:04:05Z');
  expect(await clientOf(registry, { username: 'ci', password }).digestOf(node, '20')).toBe(digest);
  await expect(clientOf(registry).digestOf(node, '20')).rejects.toMatchObject({ code: 'refused', status: 401 });
});

test('challenges', () => {
  expect(parseChallenge('Bearer realm="https://a/b?c=\\"d\\"", service=x')?.parameters).toEqual(
    new Map([
      ['realm', 'https://a/b?c="d"'],
      ['service', 'x'],
    ]),
  );
  expect(parseChallenge('Basic realm="x"')?.scheme).toBe('basic');
  for (const text of [null, '', ',', '="']) expect(parseChallenge(text)).toBeUndefined();
});
