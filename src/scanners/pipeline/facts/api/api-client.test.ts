import { afterAll, describe, expect, test } from 'vitest';
import { HttpClient } from '../../../../lib/http/http-client.ts';
import { reply, startFakeProvider, type FakeProvider } from '../../../secrets/validation/testing/fake-provider.ts';
import { ApiClient } from './api-client.ts';

type Answer = Parameters<typeof startFakeProvider>[0];

const servers: FakeProvider[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

async function serve(answer: Answer): Promise<FakeProvider> {
  const server = await startFakeProvider(answer);
  servers.push(server);
  return server;
}

function clientOf({ endpoint }: FakeProvider, trusted: readonly string[] = []) {
  const pauses: number[] = [];
  const http = new HttpClient({
    fetch: globalThis.fetch,
    signal: new AbortController().signal,
    timeout: 2000,
    mostBytes: 100_000,
    trustedOrigins: [endpoint, ...trusted],
  });
  const client = new ApiClient({
    http,
    base: `${endpoint}/api/v4`,
    headers: {},
    credentials: { 'private-token': 'of-the-test' },
    now: () => new Date('2026-06-01T00:00:00Z'),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      await Promise.resolve();
    },
  });
  return { client, pauses };
}

describe('pages', () => {
  test('are followed by Link and by X-Next-Page', async () => {
    const server = await serve(({ path }, response) => {
      const page = Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
      const isGithub = path.startsWith('/api/v4/linked');
      const next = `<${server.endpoint}/api/v4/linked?page=${page + 1}>; rel="next", <${server.endpoint}/>; rel="last"`;
      const headers = page === 3 ? {} : isGithub ? { link: next } : { 'x-next-page': String(page + 1) };
      reply(response, 200, isGithub ? { items: [page] } : [page], headers);
    });
    const { client } = clientOf(server);
    expect(await client.list('numbered')).toEqual({ value: [1, 2, 3] });
    expect(await client.list('linked', 'items')).toEqual({ value: [1, 2, 3] });
    expect(server.received[0]?.path).toBe('/api/v4/numbered?per_page=100');
    expect(new Set(server.received.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('that are missing, endless or elsewhere make no list', async () => {
    const other = await serve((_, response) => reply(response, 200, ['theirs']));
    const server = await serve(({ path }, response) => {
      if (path.includes('/endless')) reply(response, 200, [1], { 'x-next-page': '2' });
      else if (path.includes('/away')) reply(response, 200, [1], { link: `<${other.endpoint}/more>; rel="next"` });
      else if (path.includes('page=2')) reply(response, 403, { message: '403 Forbidden' });
      else reply(response, 200, [1], { 'x-next-page': '2' });
    });
    const { client } = clientOf(server, [other.endpoint]);
    expect(await client.list('half')).toMatchObject({ status: 403, reason: '403: the token may not read it' });
    expect(await client.list('endless')).toEqual({ reason: 'it has more than 50 pages' });
    expect(await client.list('away')).toEqual({ reason: 'its next page is on another host' });
    expect(other.received).toEqual([]);
  });
});

describe('a server that is busy', () => {
  test('is asked again, as late as it says', async () => {
    const server = await serve(({ path }, response) => {
      const first = server.received.filter((one) => one.path === path).length === 1;
      const at = String(Date.parse('2026-06-01T00:00:07Z') / 1000);
      if (first && path.endsWith('/limited')) reply(response, 429, {}, { 'retry-after': '3' });
      else if (first && path.endsWith('/reset'))
        reply(response, 403, {}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at });
      else if (first) reply(response, 502, {});
      else reply(response, 200, { ok: true });
    });
    const { client, pauses } = clientOf(server);
    for (const path of ['limited', 'reset', 'broken']) expect(await client.get(path)).toEqual({ value: { ok: true } });
    expect(pauses).toEqual([3000, 7000, 500]);
  });

  test('is left alone in the end', async () => {
    const server = await serve(({ path }, response) => {
      if (path.endsWith('/limited')) reply(response, 429, {}, { 'retry-after': '3600' });
      else reply(response, 503, {});
    });
    const { client } = clientOf(server);
    expect(await client.get('down')).toMatchObject({ status: 503 });
    expect(server.received.length).toBe(3);
    expect(await client.get('limited')).toMatchObject({ reason: '429: too many calls' });
    expect(await client.get('next')).toMatchObject({ reason: '429: too many calls' });
    expect(server.received.length).toBe(4);
  });

  test('that never answers is asked about three things', async () => {
    const server = await serve((_, response) => response.destroy());
    const { client } = clientOf(server);
    for (const path of ['a', 'b', 'c']) expect(await client.get(path)).toHaveProperty('reason');
    expect(await client.get('d')).toMatchObject({ reason: expect.stringContaining('not asked any more') });
    expect(server.received.length).toBe(9);
  });
});

describe('a hostile server', () => {
  test('does not make the token go to another host, and that host does not answer for it', async () => {
    const other = await serve((_, response) => reply(response, 200, { visibility: 'private' }));
    const server = await serve((_, response) => {
      response.writeHead(302, { location: `${other.endpoint}/api/v4/projects/1` }).end();
    });
    const { client } = clientOf(server, [other.endpoint]);
    expect(await client.get('projects/1')).toEqual({ reason: 'it redirects to another host' });
    expect(server.received[0]?.headers['private-token']).toBe('of-the-test');
    expect(other.received.map(({ headers }) => headers['private-token'])).toEqual([undefined]);
  });

  test.each([
    ['is no JSON', (text: string) => text, '<html>sign in</html>', 'the answer is not JSON'],
    ['is nested without end', (text: string) => text.repeat(40_000), '[', 'the answer is not JSON'],
    ['is too large', (text: string) => `"${text.repeat(200_000)}"`, 'x', 'more than 100000 bytes'],
  ])('whose answer %s gets no further', async (_, make, text, reason) => {
    const server = await serve((_request, response) => response.end(make(text)));
    const { client } = clientOf(server);
    expect(await client.get('x')).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  test('whose list is none gives none', async () => {
    const server = await serve((_, response) => reply(response, 200, { items: 'all of them' }));
    const { client } = clientOf(server);
    const reason = 'the answer is not the list that is documented';
    expect(await client.list('x')).toEqual({ reason });
    expect(await client.list('x', 'items')).toEqual({ reason });
    expect(await client.list('x', 'constructor')).toEqual({ reason });
  });
});
