import type { ServerResponse } from 'node:http';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSourceFile } from '../../../engine/source-file.ts';
import type { Finding } from '../../../model/finding.ts';
import type { InputError } from '../../../model/input-error.ts';
import type { Emission, Scan, ScanContext } from '../../../model/scanner.ts';
import { sampleSecret } from '../sample-secret.ts';
import { compileRules } from '../compile-rules.ts';
import { createSecretDetector } from '../secret-detector.ts';
import { SecretScan } from '../secret-scan.ts';
import { secretsScanner } from '../scanner.ts';
import { awsAccessKeyId } from '../rules/aws-access-key-id.ts';
import { awsSecretAccessKey } from '../rules/aws-secret-access-key.ts';
import { githubToken } from '../rules/github-token.ts';
import { stripeLiveKey } from '../rules/stripe-live-key.ts';
import { slackWebhook } from '../rules/slack-webhook.ts';
import type { Fetch } from './ask.ts';
import { endpointFault } from './endpoint.ts';
import { openValidation } from './open-validation.ts';
import { providers } from './providers/all.ts';
import { readSettings } from './settings.ts';
import { type FakeProvider, type Received, reply, startFakeProvider } from './testing/fake-provider.ts';
import { Validator } from './validator.ts';

type Handler = (request: Received, response: ServerResponse) => void;

const open: FakeProvider[] = [];
afterEach(async () => {
  for (const fake of open.splice(0)) await fake.close();
});

async function serve(handler: Handler): Promise<FakeProvider> {
  const fake = await startFakeProvider(handler);
  open.push(fake);
  return fake;
}

/** User tokens of GitHub, all different. */
function tokens(count: number): readonly string[] {
  const found = new Set<string>();
  for (let seed = 1; found.size < count; seed++) {
    const token = sampleSecret(githubToken, seed);
    if (/^gh[pou]_/.test(token)) found.add(token);
  }
  return [...found];
}
const [token = '', another = ''] = tokens(2);

const now = new Date('2026-01-01T00:00:00Z');
const detector = createSecretDetector(
  compileRules([githubToken, stripeLiveKey, slackWebhook, awsAccessKeyId, awsSecretAccessKey]),
  now,
);

function contextOf(settings: unknown, more: Partial<ScanContext> = {}): ScanContext {
  const signal = new AbortController().signal;
  return { root: '/nowhere', targetKind: 'directory', salt: 'salt of the tests', settings, signal, now, ...more };
}

async function emissionsOf(running: Scan, text: string): Promise<readonly Emission[]> {
  const emissions: Emission[] = [];
  const file = createSourceFile({ uri: '.env', bytes: Buffer.from(text) });
  for await (const emission of running.file(file)) emissions.push(emission);
  return emissions;
}

async function scan(text: string, settings: unknown, more: Partial<ScanContext> = {}): Promise<readonly Emission[]> {
  const context = contextOf(settings, more);
  return await emissionsOf(openValidation(new SecretScan(detector, context), context), text);
}

async function findings(text: string, settings: unknown, more: Partial<ScanContext> = {}): Promise<readonly Finding[]> {
  const emissions = await scan(text, settings, more);
  return emissions.flatMap((emission) => (emission.kind === 'finding' ? [emission.finding] : []));
}

function asking(fake: FakeProvider, id = 'github'): unknown {
  return { validate: { enabled: true, endpoints: { [id]: fake.endpoint } } };
}

function validator(endpoint: string, more: Partial<ConstructorParameters<typeof Validator>[0]> = {}): Validator {
  return new Validator({
    providers,
    endpoints: new Map([['github', endpoint]]),
    fetch,
    now: () => now,
    signal: new AbortController().signal,
    timeoutMillis: 5000,
    atOnce: 4,
    calls: 200,
    ...more,
  });
}

const yes: Handler = (_request, response) => reply(response, 200, { login: 'octocat' }, { 'x-oauth-scopes': 'repo' });
const no: Handler = (_request, response) => reply(response, 401, { message: 'Bad credentials' });

describe('a finding after its provider was asked', () => {
  it('that is active is proven, as severe as its rule, and says so', async () => {
    const fake = await serve(yes);
    const [finding] = await findings(`GITHUB_TOKEN=${token}`, asking(fake));
    expect(finding).toMatchObject({
      confidence: 'proven',
      severity: 'critical',
      message: expect.stringContaining('is active: GitHub accepts it') as unknown,
      properties: {
        secret: {
          family: 'github-token',
          validity: 'active',
          validation: { host: new URL(fake.endpoint).host, facts: { login: 'octocat', scopes: 'repo' } },
        },
      },
    });
  });

  it('that is inactive is low and no longer accepted', async () => {
    const [finding] = await findings(`GITHUB_TOKEN=${token}`, asking(await serve(no)));
    expect(finding).toMatchObject({ severity: 'low', properties: { secret: { validity: 'inactive' } } });
    expect(finding?.message).toContain('is no longer accepted');
  });

  const unclear: readonly [string, Handler, string][] = [
    ['403', (_request, response) => reply(response, 403, {}), 'an answer that tells nothing (403)'],
    ['429', (_request, response) => reply(response, 429, {}), 'too many calls for the provider (429)'],
    ['503', (_request, response) => reply(response, 503, { login: 'x' }), 'the provider has a problem (503)'],
    ['garbage', (_request, response) => response.end('\u0000{"login'), 'an answer that tells nothing (200)'],
    [
      'endless content',
      (_request, response) => response.end(`{"login":"${'x'.repeat(600_000)}"}`),
      'an answer that tells nothing (200)',
    ],
    ['a cut connection', (_request, response) => response.destroy(), 'no connection (UND_ERR_SOCKET)'],
  ];
  it.each(unclear)('keeps what it was when the answer is unclear: %s', async (_name, handler, reason) => {
    const [before] = await findings(`GITHUB_TOKEN=${token}`, {});
    const [finding] = await findings(`GITHUB_TOKEN=${token}`, asking(await serve(handler)));
    const { properties, ...rest } = finding ?? {};
    const { properties: _before, ...expected } = before ?? {};
    expect(rest).toEqual(expected);
    expect(properties).toMatchObject({ secret: { validity: 'unknown', validation: { reason } } });
  });

  it('is unknown where nothing can be asked, and nothing is sent', async () => {
    const fake = await serve(yes);
    const [finding] = await findings(`hook: ${sampleSecret(slackWebhook, 3)}`, asking(fake));
    expect(finding?.properties).toMatchObject({ secret: { validity: 'unknown' } });
    expect(fake.received).toEqual([]);
  });

  it('is not asked about when a comment says that it is none', async () => {
    const fake = await serve(yes);
    const [finding] = await findings(`GITHUB_TOKEN=${token} # portcullis:allow example`, asking(fake));
    expect(finding?.suppression).toBeDefined();
    expect(fake.received).toEqual([]);
  });
});

describe('what is sent', () => {
  it.each([{}, { validate: false }, { validate: { endpoints: { github: 'https://example.com' } } }])(
    'is nothing unless it is turned on: %j',
    async (settings) => {
      const [finding] = await findings(`GITHUB_TOKEN=${token}`, settings);
      expect(finding?.properties?.['secret']).not.toHaveProperty('validity');
    },
  );

  it('follows no redirect', async () => {
    const thief = await serve(yes);
    const fake = await serve((_request, response) => {
      response.writeHead(302, { location: `${thief.endpoint}/user` });
      response.end();
    });
    const [finding] = await findings(`GITHUB_TOKEN=${token}`, asking(fake));
    expect(finding?.properties).toMatchObject({
      secret: { validity: 'unknown', validation: { reason: 'a redirect was not followed (302)' } },
    });
    expect(thief.received).toEqual([]);
    expect(fake.received).toHaveLength(1);
  });

  it('is each value once', async () => {
    const fake = await serve(yes);
    const found = await findings(`A=${token}\nB=${token}\nC=${another}\nD=${token}\n`, asking(fake));
    expect(found).toHaveLength(4);
    expect(found.every((finding) => finding.confidence === 'proven')).toBe(true);
    expect(fake.received).toHaveLength(2);
  });

  it('is at most four values at the same time', async () => {
    let most = 0;
    const waiting: (() => void)[] = [];
    const fake = await serve((request, response) => {
      most = Math.max(
        most,
        waiting.push(() => yes(request, response)),
      );
      // Answers once four wait, late enough for a fifth to show itself.
      if (waiting.length === 4) setTimeout(() => waiting.splice(0).forEach((answer) => answer()), 20);
    });
    const asked = validator(fake.endpoint);
    const said = await Promise.all(tokens(20).map(async (value) => await asked.validate(githubToken.id, value)));
    expect(said.map(({ validity }) => validity)).toEqual(Array.from({ length: 20 }, () => 'active'));
    expect(most).toBe(4);
  });

  it('is no more values than a run may', async () => {
    const fake = await serve(yes);
    const asked = validator(fake.endpoint, { calls: 3 });
    const said = [];
    for (const value of tokens(5)) said.push((await asked.validate(githubToken.id, value)).validity);
    expect(said).toEqual(['active', 'active', 'active', 'unknown', 'unknown']);
    expect(fake.received).toHaveLength(3);
  });

  it('is nothing more to a provider that limits', async () => {
    const fake = await serve((_request, response) => reply(response, 429, {}));
    const asked = validator(fake.endpoint);
    for (const value of tokens(3)) await asked.validate(githubToken.id, value);
    expect(fake.received).toHaveLength(1);
  });

  it('is nothing more to a provider that was silent three times', async () => {
    const fake = await serve(() => undefined);
    const asked = validator(fake.endpoint, { timeoutMillis: 30 });
    const said = [];
    for (const value of tokens(5)) said.push((await asked.validate(githubToken.id, value)).reason);
    expect(said).toEqual([
      ...Array.from({ length: 3 }, () => 'no answer within 0.03 s'),
      ...Array.from({ length: 2 }, () => 'not asked any more: no answer within 0.03 s'),
    ]);
    expect(fake.received.length).toBeLessThanOrEqual(3);
  });

  it('is nothing more after an interrupt, and what is under way ends', async () => {
    const stop = new AbortController();
    const fake = await serve(() => stop.abort());
    const found = await findings(`A=${token}\nB=${another}\n`, asking(fake), { signal: stop.signal });
    expect(found.map((finding) => finding.properties)).toMatchObject([
      { secret: { validity: 'unknown', validation: { reason: 'interrupted' } } },
      { secret: { validity: 'unknown', validation: { reason: 'interrupted' } } },
    ]);
  });

  it('goes to the host that the provider has, and no value with control characters at all', async () => {
    const urls: string[] = [];
    const recording: Fetch = async (url) => {
      urls.push(url.host);
      return await Promise.resolve(new Response('{}', { status: 401 }));
    };
    const asked = validator('', { fetch: recording, endpoints: new Map() });
    expect(await asked.validate(githubToken.id, token)).toMatchObject({
      validity: 'unknown',
      reason: expect.stringContaining('may belong to another host') as unknown,
    });
    expect(await asked.validate(githubToken.id, `${token}\r\nx: y`)).toMatchObject({ validity: 'unknown' });
    expect(urls).toEqual(['api.github.com']);
  });
});

describe('a credential of two parts', () => {
  // Other kinds of key ID need a session token.
  const ids = Array.from({ length: 60 }, (_, seed) => sampleSecret(awsAccessKeyId, seed + 1)).filter((id) =>
    id.startsWith('AKIA'),
  );
  const pair = (at: number): readonly [string, string] => [ids[at] ?? '', sampleSecret(awsSecretAccessKey, at + 1)];
  const identity = { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/Alice' };
  const validityOf = (finding: Finding): unknown =>
    (finding.properties?.['secret'] as { validity?: unknown } | undefined)?.validity;

  it('is asked about with the part that stands nearest', async () => {
    const fake = await serve((_request, response) =>
      reply(response, 200, { GetCallerIdentityResponse: { GetCallerIdentityResult: identity } }),
    );
    const [[id, secret], [otherId, otherSecret]] = [pair(0), pair(1)];
    const text = [
      `AWS_ACCESS_KEY_ID=${id}`,
      `AWS_SECRET_ACCESS_KEY=${secret}`,
      ...Array.from({ length: 20 }, (_, line) => `# line ${line}`),
      `AWS_ACCESS_KEY_ID=${otherId}`,
      `AWS_SECRET_ACCESS_KEY=${otherSecret}`,
    ].join('\n');
    const found = await findings(text, asking(fake, 'aws'));
    const secrets = found.filter(({ ruleId }) => ruleId === awsSecretAccessKey.id);
    expect(secrets.map(validityOf)).toEqual(['active', 'active']);
    expect(fake.received.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1])).toEqual([
      id,
      otherId,
    ]);
    expect(JSON.stringify(fake.received)).not.toContain(secret);
  });

  it('is unknown without its other part', async () => {
    const fake = await serve(no);
    const found = await findings(`AWS_SECRET_ACCESS_KEY=${pair(0)[1]}`, asking(fake, 'aws'));
    expect([found.map(validityOf), fake.received]).toEqual([['unknown'], []]);
  });
});

describe('a value', () => {
  const echoing: Handler = (request, response) => {
    const value = String(request.headers.authorization).replace('Bearer ', '');
    reply(response, 200, { login: value, type: `of ${value}` }, { 'x-oauth-scopes': `a ${value}` });
  };
  const handlers: readonly [string, Handler][] = [
    ['accepted', yes],
    ['refused', no],
    ['sent back', echoing],
    ['cut off', (_request, response) => response.destroy()],
    [
      'sent elsewhere',
      (request, response) => {
        response.writeHead(302, { location: `https://example.com/${request.headers.authorization}` });
        response.end();
      },
    ],
  ];
  it.each(handlers)('that is %s is nowhere in what is said', async (_name, handler) => {
    const key = sampleSecret(stripeLiveKey, 5);
    const fake = await serve(handler);
    const settings = { validate: { enabled: true, endpoints: { github: fake.endpoint, stripe: fake.endpoint } } };
    const written: string[] = [];
    const catching = (chunk: string | Uint8Array): boolean => written.push(String(chunk)) > 0;
    vi.spyOn(process.stdout, 'write').mockImplementation(catching);
    vi.spyOn(process.stderr, 'write').mockImplementation(catching);
    const said = JSON.stringify(
      await scan(`A=${token}\nSTRIPE_KEY=${key}\n`, settings).finally(() => vi.restoreAllMocks()),
    );
    expect(fake.received.map((request) => JSON.stringify(request.headers)).join('\n')).toContain(token);
    for (const value of [token, key]) expect(said + written.join('')).not.toContain(value);
  });

  it('is in no error either', async () => {
    const failing: Fetch = async (url, init) =>
      await Promise.reject(new TypeError(`bad header ${JSON.stringify(init.headers)}`, { cause: { code: url.href } }));
    const said = await validator('https://example.com', { fetch: failing }).validate(githubToken.id, token);
    expect(said).toMatchObject({ validity: 'unknown', reason: 'no connection' });
    expect(JSON.stringify(said)).not.toContain(token);
  });

  it('can not be made to crash, or to be called active or inactive, by any other answer', async () => {
    const status = fc.constantFrom(200, 201, 400, 403, 404, 500);
    await fc.assert(
      fc.asyncProperty(status, fc.json(), fc.uint8Array(), async (code, json, noise) => {
        const body = code % 2 === 0 ? json : noise;
        const answering: Fetch = async () => await Promise.resolve(new Response(body, { status: code }));
        const asked = validator('https://example.com', { fetch: answering });
        expect((await asked.validate(githubToken.id, token)).validity).toBe('unknown');
      }),
      { numRuns: 60 },
    );
  });
});

describe('an endpoint', () => {
  it.each([
    'https://gitlab.example.com',
    'https://ghe.example.com/api/v3/',
    'http://127.0.0.1:8080',
    'http://localhost:3000',
    'http://[::1]:9',
    'http://127.1:80',
  ])('may be %s', (url) => {
    expect(endpointFault(url)).toBeUndefined();
  });

  it.each([
    'http://gitlab.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://10.0.0.1',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://user:word@example.com',
    'https://example.com/?q=1',
    'https://example.com/#x',
    'example.com',
    '',
  ])('may not be %j', (url) => {
    expect(endpointFault(url)).toBeDefined();
    expect(() => readSettings({ validate: { endpoints: { gitlab: url } } })).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'scanner-settings' }) as Error,
    );
  });
});

describe('the scanner', () => {
  it('validates when its settings say so', async () => {
    const fake = await serve(yes);
    const running = await secretsScanner.start(contextOf(asking(fake)));
    const emissions = await emissionsOf(running, `A=${token}\npassword = "pa55-Zq9w-Wort7"\nB=${another}\n`);
    const said = emissions.map((emission) => (emission.kind === 'finding' ? emission.finding.confidence : ''));
    expect(said.filter((confidence) => confidence === 'proven')).toHaveLength(2);
    expect(fake.received).toHaveLength(2);
  });
});

describe('settings', () => {
  it('are read', () => {
    expect(readSettings({})).toEqual({ enabled: false, endpoints: new Map() });
    expect(readSettings({ validate: true }).enabled).toBe(true);
    const endpoints = { gitlab: 'https://gitlab.example.com' };
    expect(readSettings({ validate: { enabled: true, endpoints } })).toEqual({
      enabled: true,
      endpoints: new Map(Object.entries(endpoints)),
    });
  });

  it.each([
    [null, undefined],
    [[], undefined],
    [{ validat: true }, 'did you mean validate?'],
    [{ validate: 'yes' }, undefined],
    [{ validate: { enabled: 1 } }, undefined],
    [{ validate: { endpoints: { gitlub: 'https://example.com' } } }, expect.stringMatching(/gitlab|github/)],
    [{ validate: { endpoints: { gitlab: 7 } } }, undefined],
    [{ validate: { endpoint: {} } }, 'did you mean endpoints?'],
  ])('are refused with a hint: %j', (settings, hint: unknown) => {
    let error: unknown;
    try {
      readSettings(settings);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: 'InputError', code: 'scanner-settings' });
    expect((error as InputError).hint).toEqual(hint);
  });
});
