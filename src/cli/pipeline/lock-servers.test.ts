import { expect, test } from 'vitest';
import type { Invocation } from '../command.ts';
import { lockServers } from './lock-servers.ts';

function serversOf(env: NodeJS.ProcessEnv, ...mirrors: readonly string[]): ReturnType<typeof lockServers> {
  const invocation: Invocation = {
    positionals: [],
    flag: () => false,
    value: () => undefined,
    values: (name) => (name === 'mirror' ? mirrors : []),
  };
  return lockServers(invocation, { env, signal: new AbortController().signal }, globalThis.fetch);
}

test('the public servers, nobody’s tokens', () => {
  expect(serversOf({})).toMatchObject({
    gitlab: { origin: 'https://gitlab.com' },
    github: { origin: 'https://github.com' },
  });
  expect(serversOf({}).gitlab).not.toHaveProperty('token');
  expect(serversOf({}).loginOf('docker.io')).toBeUndefined();
});

test('tokens and passwords of the environment, each for its own server', () => {
  const auth = (name: string): { auth: string } => ({ auth: Buffer.from(`${name}:a:b`).toString('base64') });
  const servers = serversOf(
    {
      CI_SERVER_URL: 'https://git.example.com/sub',
      GITLAB_TOKEN: 'one',
      GITHUB_TOKEN: 'two',
      CI_REGISTRY: 'registry.example.com',
      CI_REGISTRY_USER: 'ci',
      CI_REGISTRY_PASSWORD: 'three',
      DOCKER_AUTH_CONFIG: JSON.stringify({
        auths: { 'https://index.docker.io/v1/': auth('hub'), 'ghcr.io': auth('hubber'), 'none.example.com': {} },
      }),
    },
    'ghcr.io=https://mirror.example.com/',
  );
  expect(servers.gitlab).toEqual({ origin: 'https://git.example.com', token: 'one' });
  expect(servers.github).toEqual({ origin: 'https://github.com', token: 'two' });
  expect(servers.loginOf('registry.example.com')).toEqual({ username: 'ci', password: 'three' });
  expect(servers.loginOf('docker.io')).toEqual({ username: 'hub', password: 'a:b' });
  expect(servers.loginOf('ghcr.io')).toEqual({ username: 'hubber', password: 'a:b' });
  expect(servers.loginOf('none.example.com')).toBeUndefined();
  expect(servers.mirrors).toEqual(new Map([['ghcr.io', 'https://mirror.example.com']]));
});

test.each([
  [{ CI_SERVER_URL: 'nonsense' }, []],
  [{ DOCKER_AUTH_CONFIG: '{' }, []],
  [{}, ['docker.io']],
  [{}, ['docker.io=nonsense']],
])('what is no address or no JSON: %j %j', (env, mirrors) => {
  expect(() => serversOf(env, ...mirrors)).toThrow(expect.objectContaining({ name: 'InputError' }));
});
