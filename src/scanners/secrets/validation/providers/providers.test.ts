import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { secretRules } from '../../rules/all.ts';
import { sampleSecret } from '../../sample-secret.ts';
import type { Around, Provider, Question } from '../provider.ts';
import { type FakeProvider, reply, startFakeProvider } from '../testing/fake-provider.ts';
import { Validator } from '../validator.ts';
import { providers } from './all.ts';

const open: FakeProvider[] = [];
afterEach(async () => {
  for (const fake of open.splice(0)) await fake.close();
});

const idUser = { id: 'u1', name: 'ada' };

const around: Around = {
  host: 'localhost',
  now: new Date('2026-01-01T00:00:00Z'),
  beside: [['AKIA', 'IOSFODNN7EXAMPLE'].join(''), undefined],
};

const nearest = (ruleId: string): string | undefined =>
  ruleId === 'secrets/aws-access-key-id' ? around.beside[0] : undefined;

interface Documented {
  readonly path: string;
  readonly yes: unknown;
  readonly facts?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** A refusal: status and content. */
  readonly no: readonly [number, unknown];
  readonly refusal: 'inactive' | 'unknown';
}

/** What the documentation of each provider shows, shortened to the fields that matter. */
const documented: Readonly<Record<string, Documented>> = {
  airtable: {
    path: '/v0/meta/whoami',
    yes: { id: 'usr1', scopes: ['data.records:read', 'user.email:read'] },
    facts: { user: 'usr1', scopes: 'data.records:read, user.email:read' },
    no: [401, { error: { type: 'AUTHENTICATION_REQUIRED' } }],
    refusal: 'inactive',
  },
  anthropic: {
    path: '/v1/models?limit=1',
    yes: { data: [{ id: 'model', type: 'model' }], has_more: true },
    no: [401, { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } }],
    refusal: 'inactive',
  },
  aws: {
    path: '/',
    yes: {
      GetCallerIdentityResponse: {
        GetCallerIdentityResult: { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/Alice' },
      },
    },
    facts: { account: '123456789012', identity: 'arn:aws:iam::123456789012:user/Alice' },
    no: [403, { Error: { Code: 'InvalidClientTokenId', Type: 'Sender' } }],
    refusal: 'inactive',
  },
  buildkite: {
    path: '/v2/access-token',
    yes: { uuid: 'b632', scopes: ['read_builds'] },
    facts: { scopes: 'read_builds' },
    no: [401, { message: 'Authentication required' }],
    refusal: 'unknown',
  },
  cloudflare: {
    path: '/client/v4/user/tokens/verify',
    yes: { success: true, result: { id: 'x', status: 'active', expires_on: '2030-01-01T00:00:00Z' } },
    facts: { expires: '2030-01-01T00:00:00Z' },
    no: [401, { success: false, errors: [{ code: 1000, message: 'Invalid API Token' }] }],
    refusal: 'inactive',
  },
  digitalocean: {
    path: '/v2/account',
    yes: { account: { uuid: 'b6fc', status: 'active', email: 'sammy@example.com' } },
    facts: { account: 'b6fc', status: 'active' },
    no: [401, { id: 'Unauthorized', message: 'Unable to authenticate you' }],
    refusal: 'inactive',
  },
  discord: {
    path: '/api/v10/users/@me',
    yes: { id: '80351110224678912', username: 'nelly', bot: true },
    facts: { bot: 'nelly', id: '80351110224678912' },
    no: [401, { message: '401: Unauthorized', code: 0 }],
    refusal: 'inactive',
  },
  doppler: {
    path: '/v3/me',
    yes: { workplace: { name: 'acme' }, type: 'service_token', name: 'ci' },
    facts: { workplace: 'acme', type: 'service_token', name: 'ci' },
    no: [401, { success: false, messages: ['Invalid Auth token'] }],
    refusal: 'unknown',
  },
  figma: {
    path: '/v1/me',
    yes: { id: '1', handle: 'ada', email: 'ada@example.com' },
    facts: { user: 'ada' },
    no: [403, { status: 403, err: 'Invalid token' }],
    refusal: 'unknown',
  },
  github: {
    path: '/user',
    yes: { login: 'octocat', id: 1, type: 'User' },
    headers: { 'X-OAuth-Scopes': 'repo, workflow' },
    facts: { login: 'octocat', type: 'User', scopes: 'repo, workflow' },
    no: [401, { message: 'Bad credentials' }],
    refusal: 'inactive',
  },
  gitlab: {
    path: '/api/v4/personal_access_tokens/self',
    yes: { id: 4, name: 'ci', revoked: false, active: true, user_id: 24, scopes: ['api'], expires_at: '2030-01-01' },
    facts: { name: 'ci', user: 24, scopes: 'api', expires: '2030-01-01' },
    no: [401, { message: '401 Unauthorized' }],
    refusal: 'inactive',
  },
  heroku: {
    path: '/account',
    yes: { id: '0123', email: 'ada@example.com' },
    facts: { account: '0123' },
    no: [401, { id: 'unauthorized', message: 'Invalid credentials provided.' }],
    refusal: 'inactive',
  },
  'hugging-face': {
    path: '/api/whoami-v2',
    yes: { ...idUser, type: 'user', auth: { type: 'access_token', accessToken: { role: 'write' } } },
    facts: { name: 'ada', type: 'user', role: 'write' },
    no: [401, { error: 'Invalid credentials in Authorization header' }],
    refusal: 'inactive',
  },
  linear: {
    path: '/graphql',
    yes: { data: { viewer: { id: 'u1' } } },
    facts: { user: 'u1' },
    no: [401, { errors: [{ extensions: { type: 'authentication error' } }] }],
    refusal: 'inactive',
  },
  mailgun: {
    path: '/v4/domains?limit=1',
    yes: { total_count: 2, items: [{ id: '1', name: 'example.com' }] },
    facts: { domains: 2 },
    no: [401, { message: 'Invalid private key' }],
    refusal: 'inactive',
  },
  netlify: {
    path: '/api/v1/user',
    yes: { id: '5a1b', full_name: 'Ada' },
    facts: { user: '5a1b' },
    no: [401, { code: 401, message: 'Access Denied: Invalid authentication credentials' }],
    refusal: 'inactive',
  },
  notion: {
    path: '/v1/users/me',
    yes: { object: 'user', ...idUser, type: 'bot' },
    facts: { name: 'ada', type: 'bot' },
    no: [401, { object: 'error', status: 401, code: 'unauthorized' }],
    refusal: 'inactive',
  },
  npm: {
    path: '/-/whoami',
    yes: { username: 'ada' },
    facts: { user: 'ada' },
    no: [401, {}],
    refusal: 'unknown',
  },
  openai: {
    path: '/v1/models',
    yes: { object: 'list', data: [] },
    no: [401, { error: { code: 'invalid_api_key', type: 'invalid_request_error' } }],
    refusal: 'inactive',
  },
  postman: {
    path: '/me',
    yes: { user: { id: 12, username: 'ada' } },
    facts: { user: 'ada' },
    no: [401, { error: { name: 'AuthenticationError' } }],
    refusal: 'inactive',
  },
  sendgrid: {
    path: '/v3/scopes',
    yes: { scopes: ['mail.send'] },
    facts: { scopes: 'mail.send' },
    no: [401, { errors: [{ message: 'authorization required' }] }],
    refusal: 'inactive',
  },
  sentry: {
    path: '/api/0/organizations/',
    yes: [{ id: '2', slug: 'the-interstellar-jurisdiction' }],
    facts: { organization: 'the-interstellar-jurisdiction' },
    no: [401, { detail: 'Invalid token' }],
    refusal: 'inactive',
  },
  slack: {
    path: '/api/auth.test',
    yes: { ok: true, team: 'Acme', user: 'bot' },
    facts: { team: 'Acme', user: 'bot' },
    no: [200, { ok: false, error: 'token_revoked' }],
    refusal: 'inactive',
  },
  stripe: {
    path: '/v1/balance',
    yes: { object: 'balance', livemode: true },
    facts: { live: true },
    no: [401, { error: { type: 'invalid_request_error' } }],
    refusal: 'inactive',
  },
  telegram: {
    path: '/getMe',
    yes: { ok: true, result: { id: 1, is_bot: true, username: 'ada_bot' } },
    facts: { bot: 'ada_bot' },
    no: [401, { ok: false, error_code: 401, description: 'Unauthorized' }],
    refusal: 'inactive',
  },
  vercel: {
    path: '/v5/user/tokens/current',
    yes: { token: { id: 't1', name: 'ci', type: 'token' } },
    facts: { name: 'ci', type: 'token' },
    no: [403, { error: { code: 'forbidden', invalidToken: true } }],
    refusal: 'unknown',
  },
};

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  const expected = documented[id];

  it('asks as documented, and only there', async () => {
    const { value } = sample(provider);
    const fake = await answering(200, expected?.yes, expected?.headers);
    const said = await validatorFor(provider, fake).validate(provider.rules[0], value, nearest);
    expect(said).toMatchObject({ validity: 'active', provider: provider.title });
    expect(said.facts).toEqual(expected?.facts);
    const [asked, ...more] = fake.received;
    expect(more).toEqual([]);
    expect(asked?.path.replace(`/bot${value}`, '')).toBe(expected?.path);
    const authorization = asked?.headers.authorization ?? '';
    const basic = Buffer.from(/^Basic (.*)/.exec(authorization)?.[1] ?? '', 'base64').toString();
    const sent = `${JSON.stringify(asked)} ${basic}`;
    // A request that is signed proves the secret without having it.
    expect([sent.includes(value), authorization.includes('Signature=')]).toEqual(
      id === 'aws' ? [false, true] : [true, false],
    );
  });

  it('knows a refusal', async () => {
    const [status, content] = expected?.no ?? [401, {}];
    const said = await validatorFor(provider, await answering(status, content)).validate(
      provider.rules[0],
      sample(provider).value,
      nearest,
    );
    expect(said.validity).toBe(expected?.refusal);
    expect(said.reason === undefined).toBe(expected?.refusal === 'inactive');
  });

  it.each([200, 204, 400, 403, 404, 418])('takes a page that is not its own for nothing: %i', async (status) => {
    const fake = await startFakeProvider((_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' });
      response.end(status === 204 ? undefined : '<html>Sign in</html>');
    });
    open.push(fake);
    const said = await validatorFor(provider, fake).validate(provider.rules[0], sample(provider).value, nearest);
    expect(said).toMatchObject({ validity: 'unknown', reason: `an answer that tells nothing (${status})` });
  });

  it('is asked over TLS about rules that exist', () => {
    expect(new URL(provider.endpoint).protocol).toBe('https:');
    const known = new Set(secretRules.map((rule) => rule.id));
    expect(provider.rules.filter((rule) => !known.has(rule))).toEqual([]);
  });
});

it('documents exactly these providers and their hosts', () => {
  const page = readFileSync(new URL('../../../../../docs/validation.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([\w-]+)` *\| `(?:GET|POST) (https:\/\/[^/]+)/gm)].map(([, id, host]) => [
    id,
    host,
  ]);
  expect(rows).toEqual(providers.map(({ id, endpoint }) => [id, endpoint]));
});

describe('kinds of one format that need another answer', () => {
  const cases: readonly [string, number, unknown, object][] = [
    ['gitlab', 200, { id: 1, active: false, revoked: true }, { validity: 'inactive' }],
    ['cloudflare', 200, { result: { status: 'expired' } }, { validity: 'inactive' }],
    ['slack', 200, { ok: false, error: 'invalid_auth' }, { validity: 'unknown' }],
    ['stripe', 403, { error: { type: 'invalid_request_error' } }, { validity: 'active', facts: { restricted: true } }],
    ['openai', 401, { error: { code: 'ip_not_authorized' } }, { validity: 'unknown' }],
    ['cloudflare', 401, { errors: [{ code: 9109 }] }, { validity: 'unknown' }],
  ];
  it.each(cases)('%s %i %j', async (id, status, content, expected) => {
    const provider = providers.find((candidate) => candidate.id === id);
    if (!provider) throw new Error(id);
    const validator = validatorFor(provider, await answering(status, content));
    expect(await validator.validate(provider.rules[0], sample(provider).value, nearest)).toMatchObject(expected);
  });

  it('asks for an installation of a GitHub app, and never spends a refresh token', () => {
    const github = providers.find((provider) => provider.id === 'github');
    expect(github?.request('ghs_x', around)?.path).toBe('/installation/repositories?per_page=1');
    expect(github?.request('ghr_x', around)).toBeUndefined();
  });
});

async function answering(status: number, content: unknown, headers = {}): Promise<FakeProvider> {
  const fake = await startFakeProvider((_request, response) => reply(response, status, content, headers));
  open.push(fake);
  return fake;
}

function validatorFor(provider: Provider, fake: FakeProvider): Validator {
  return new Validator({
    providers: [provider],
    endpoints: new Map([[provider.id, fake.endpoint]]),
    fetch,
    now: () => around.now,
    signal: new AbortController().signal,
    timeoutMillis: 5000,
    atOnce: 4,
    calls: 10,
  });
}

/** A made-up value of the provider's first rule that it can be asked about. */
function sample(provider: Provider): { readonly value: string; readonly question: Question } {
  const rule = secretRules.find((candidate) => candidate.id === provider.rules[0]);
  if (!rule) throw new Error(`no rule ${provider.rules[0]}`);
  for (let seed = 1; seed < 200; seed++) {
    const value = sampleSecret(rule, seed);
    const question = value.startsWith('ghs_') ? undefined : provider.request(value, around);
    if (question) return { value, question };
  }
  throw new Error(`no value of ${rule.id} can be asked about`);
}
