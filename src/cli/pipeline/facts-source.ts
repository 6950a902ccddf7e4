import { isLoopback } from '../../lib/http/is-loopback.ts';
import type { Platform } from '../../model/control.ts';
import { InputError } from '../../model/input-error.ts';
import type { Invocation } from '../command.ts';

/** Which settings are read, where, and as whom. */
export interface FactsSource {
  readonly platform: Platform;
  /** Path or number of the project, `owner/name` of the repository. */
  readonly project: string;
  /** Of the API, without a slash at its end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * What the command line says; in a job of one of the platforms, what its environment says.
 * @throws InputError
 */
export function factsSource(invocation: Invocation, env: NodeJS.ProcessEnv): FactsSource {
  const instance = invocation.value('gitlab');
  const repository = invocation.value('github');
  if (instance !== undefined && repository !== undefined)
    throw new InputError('usage', '--gitlab and --github are two runs', 'each writes a facts file of its own');
  if (instance !== undefined || (repository === undefined && env['GITLAB_CI'] === 'true'))
    return gitlabSource(instance, invocation.value('project'), env);
  if (repository !== undefined || env['GITHUB_ACTIONS'] === 'true')
    return githubSource(repository ?? env['GITHUB_REPOSITORY'] ?? '', invocation.value('api'), env);
  throw new InputError(
    'usage',
    'whose settings should be read?',
    'portcullis pipeline facts --gitlab https://gitlab.com --project GROUP/PROJECT, or --github OWNER/REPO',
  );
}

/** GitLab documentation, "REST API authentication", "Predefined CI/CD variables reference". */
function gitlabSource(instance: string | undefined, given: string | undefined, env: NodeJS.ProcessEnv): FactsSource {
  const api = instance === undefined ? (env['CI_API_V4_URL'] ?? '') : `${instance.replace(/\/+$/, '')}/api/v4`;
  const project = given ?? (instance === undefined ? env['CI_PROJECT_ID'] : undefined);
  if (project === undefined || project === '')
    throw new InputError('usage', 'which project?', '--project GROUP/PROJECT or its number');
  const [name, token] = tokenFrom(env, ['GITLAB_TOKEN', 'CI_JOB_TOKEN'], 'read_api, of a maintainer');
  return {
    platform: 'gitlab',
    project,
    base: checkedBase(api, '--gitlab'),
    headers: {},
    credentials: { [name === 'CI_JOB_TOKEN' ? 'job-token' : 'private-token']: token },
  };
}

/** GitHub documentation, "Getting started with the REST API", "Variables reference". */
function githubSource(repository: string, api: string | undefined, env: NodeJS.ProcessEnv): FactsSource {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new InputError('usage', `'${repository}' is no repository`, '--github OWNER/REPO');
  const [, token] = tokenFrom(env, ['GITHUB_TOKEN', 'GH_TOKEN'], 'read access to administration, actions, secrets');
  return {
    platform: 'github',
    project: repository,
    base: checkedBase(api ?? env['GITHUB_API_URL'] ?? 'https://api.github.com', '--api'),
    headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    credentials: { authorization: `Bearer ${token}` },
  };
}

/** The first of the variables that is set. The value is never part of a message. */
function tokenFrom(
  env: NodeJS.ProcessEnv,
  names: readonly string[],
  rights: string,
): readonly [name: string, token: string] {
  const name = names.find((one) => (env[one] ?? '') !== '');
  const token = name === undefined ? undefined : env[name]?.trim();
  if (name === undefined || token === undefined)
    throw new InputError('no-token', `${names[0]} is not set`, `a token with the right to read: ${rights}`);
  // Anything else could not stand in a header, and errors of the network quote what is in headers.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new InputError('no-token', `${name} has characters in it that tokens do not have`);
  return [name, token];
}

function checkedBase(text: string, option: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (!url || !isSafe)
    throw new InputError('usage', `${option}: '${text}' is not an address that begins with https://`);
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    throw new InputError('usage', `${option}: the address may have no query and no credentials in it`);
  return url.href.replace(/\/+$/, '');
}
