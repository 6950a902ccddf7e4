import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { HttpClient } from './http-client.ts';
import type { HttpErrorCode } from './http-error.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const client = (trustedOrigins: readonly string[], rest: { timeout?: number; mostBytes?: number } = {}) =>
  new HttpClient({ fetch: globalThis.fetch, signal: new AbortController().signal, trustedOrigins, ...rest });

const fails = (code: HttpErrorCode) => ({ name: 'HttpError', code });

test('bytes, JSON and statuses', async () => {
  const origin = await serve(({ url }, response) => {
    response.statusCode = url === '/none' ? 404 : 200;
    response.end(url === '/json' ? '{"a":[1]}' : 'text');
  });
  const http = client([origin]);
  expect(await http.json({ url: `${origin}/json` })).toMatchObject({ value: { a: [1] } });
  expect(new TextDecoder().decode((await http.bytes({ url: `${origin}/text` })).body)).toBe('text');
  expect(await http.send({ url: `${origin}/none` })).toMatchObject({ status: 404 });
  await expect(http.bytes({ url: `${origin}/none` })).rejects.toMatchObject({ ...fails('refused'), status: 404 });
  await expect(http.json({ url: `${origin}/text` })).rejects.toMatchObject(fails('not-json'));
  expect(await http.bytes({ url: `${origin}/text`, method: 'HEAD' })).toMatchObject({ status: 200 });
});

test('only https is asked, and this machine when the user named it', async () => {
  const origin = await serve((_, response) => response.end('x'));
  for (const url of [origin, 'http://example.com/', 'file:///etc/passwd', 'ftp://example.com', 'nonsense']) {
    await expect(client([]).send({ url })).rejects.toMatchObject(fails('insecure'));
  }
  const secret = ['pass', 'word'].join('');
  await expect(client([]).send({ url: `https://user:${secret}@example.com/` })).rejects.toMatchObject(
    fails('insecure'),
  );
  await expect(client(['http://example.com']).send({ url: 'http://example.com/' })).rejects.toMatchObject(
    fails('insecure'),
  );
  const away = await serve((_, response) => response.writeHead(302, { location: 'http://example.com/' }).end());
  await expect(client([away]).send({ url: away })).rejects.toMatchObject(fails('insecure'));
});

test('a redirect to another origin gets no credentials', async () => {
  const seen: (string | undefined)[] = [];
  const other = await serve(({ headers }, response) => {
    seen.push(headers.authorization, headers['x-plain']?.toString());
    response.end('there');
  });
  const origin = await serve(({ url, headers }, response) => {
    seen.push(headers.authorization);
    response.writeHead(307, { location: url === '/' ? '/next' : `${other}/end` }).end();
  });
  const reply = await client([origin, other]).send({
    url: `${origin}/`,
    headers: { 'x-plain': 'a' },
    credentials: { authorization: 'Basic x' },
  });
  expect(reply.url).toBe(`${other}/end`);
  expect(seen).toEqual(['Basic x', 'Basic x', undefined, 'a']);
});

test('redirects, sizes and waiting have an end', async () => {
  const origin = await serve(({ url }, response) => {
    if (url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (url === '/big') response.end(Buffer.alloc(100_000));
    else if (url === '/endless') response.write(Buffer.alloc(100_000, 'a'));
  });
  const http = client([origin], { timeout: 300, mostBytes: 50_000 });
  await expect(http.send({ url: `${origin}/loop` })).rejects.toMatchObject(fails('redirects'));
  await expect(http.send({ url: `${origin}/big` })).rejects.toMatchObject(fails('too-large'));
  await expect(http.send({ url: `${origin}/silent` })).rejects.toMatchObject(fails('timeout'));
  expect((await http.send({ url: `${origin}/endless`, firstBytes: 5 })).body.length).toBe(5);
  const nobody = await serve((_, response) => response.destroy());
  await expect(client([nobody]).send({ url: nobody })).rejects.toMatchObject(fails('network'));
});

test('who interrupts is told so', async () => {
  const origin = await serve(() => undefined);
  const stop = new AbortController();
  const http = new HttpClient({ fetch: globalThis.fetch, signal: stop.signal, trustedOrigins: [origin] });
  const waiting = http.send({ url: origin });
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});
