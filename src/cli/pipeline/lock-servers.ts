import { HttpClient } from '../../lib/http/http-client.ts';
import type { Login } from '../../lib/registry/registry-client.ts';
import { InputError } from '../../model/input-error.ts';
import type { Servers } from '../../scanners/pipeline/lock/resolve/online-resolver.ts';
import type { Invocation, Terminal } from '../command.ts';

type Environment = Terminal['env'];

/**
 * Whom `lock --online` asks, and with which tokens: those of the environment, each for its own server.
 * @throws InputError when an address is none
 */
export function lockServers(
  invocation: Invocation,
  { env, signal }: Pick<Terminal, 'env' | 'signal'>,
  fetch: typeof globalThis.fetch,
): Servers {
  const mirrors = new Map(invocation.values('mirror').map(readMirror));
  const gitlab = originIn(env, 'CI_SERVER_URL') ?? 'https://gitlab.com';
  const github = originIn(env, 'GITHUB_SERVER_URL') ?? 'https://github.com';
  const trustedOrigins = [...mirrors.values(), gitlab, github];
  const logins = loginsIn(env);
  return {
    http: new HttpClient({ fetch, signal, trustedOrigins, userAgent: 'portcullis' }),
    gitlab: { origin: gitlab, ...tokenIn(env, 'GITLAB_TOKEN') },
    github: { origin: github, ...tokenIn(env, 'GITHUB_TOKEN') },
    mirrors,
    loginOf: (registry) => logins.get(registry),
  };
}

function readMirror(word: string): readonly [string, string] {
  const [host = '', ...rest] = word.split('=');
  const url = rest.join('=');
  if (host !== '' && URL.canParse(url)) return [host, url.replace(/\/+$/, '')];
  throw new InputError(
    'usage',
    `--mirror ${word}: an address is missing`,
    '--mirror docker.io=https://mirror.example.com',
  );
}

function originIn(env: Environment, name: string): string | undefined {
  const url = env[name] ?? '';
  if (url === '') return undefined;
  if (URL.canParse(url)) return new URL(url).origin;
  throw new InputError('environment', `${name} is no address`, 'it is like https://gitlab.example.com');
}

function tokenIn(env: Environment, name: string): { readonly token?: string } {
  const token = env[name] ?? '';
  return token === '' ? {} : { token };
}

/**
 * Passwords of registries: GitLab's own of a job, and Docker's configuration as GitLab's runner takes it (GitLab
 * documentation, "Access an image from a private container registry", DOCKER_AUTH_CONFIG).
 */
function loginsIn(env: Environment): ReadonlyMap<string, Login> {
  const logins = new Map<string, Login>();
  const { CI_REGISTRY = '', CI_REGISTRY_USER = '', CI_REGISTRY_PASSWORD = '', DOCKER_AUTH_CONFIG = '' } = env;
  if (CI_REGISTRY !== '' && CI_REGISTRY_PASSWORD !== '') {
    logins.set(CI_REGISTRY, { username: CI_REGISTRY_USER, password: CI_REGISTRY_PASSWORD });
  }
  for (const [host, entry] of Object.entries(readAuths(DOCKER_AUTH_CONFIG))) {
    const [username = '', ...password] = Buffer.from(entry.auth ?? '', 'base64')
      .toString('utf8')
      .split(':');
    const registry = /^(?:https?:\/\/)?(?:index\.)?docker\.io(?:\/v1)?\/?$/.test(host) ? 'docker.io' : host;
    if (password.length > 0) logins.set(registry, { username, password: password.join(':') });
  }
  return logins;
}

function readAuths(text: string): Readonly<Record<string, { readonly auth?: string }>> {
  if (text === '') return {};
  try {
    const { auths } = JSON.parse(text) as { readonly auths?: Readonly<Record<string, { readonly auth?: string }>> };
    return auths ?? {};
  } catch {
    throw new InputError('environment', 'DOCKER_AUTH_CONFIG is not JSON', '{"auths": {"registry.example.com": …}}');
  }
}
