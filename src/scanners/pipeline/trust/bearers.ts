import { elsewhere, githubToken, type GithubRun } from './github-token.ts';
import { gitlabToken, type GitlabRun } from './gitlab-token.ts';
import type { Issuer } from './issuer.ts';
import type { NamedParts } from './named-parts.ts';
import type { SubjectForm, Token } from './token.ts';

/** How far away somebody is who brings a token, the farthest first. */
export const reaches = ['anyone', 'owner', 'branch', 'request', 'tag', 'environment'] as const;
export type Reach = (typeof reaches)[number];

/** Somebody who may bring a token that a policy was perhaps not written for. */
export interface Bearer {
  readonly reach: Reach;
  /** Where the token comes from, as it fits after `from`: `any repository of octo-org`. */
  readonly from: string;
  readonly token: Token;
}

/**
 * Everybody whose token is tried on a policy that names these parts.
 * @param form of the subjects of the project itself, where it is known to have chosen one
 */
export function bearersOf(issuer: Issuer, parts: NamedParts, form?: SubjectForm): Iterable<Bearer> {
  return issuer.platform === 'github' ? githubBearers(parts, form) : gitlabBearers(parts, issuer.host, form);
}

const isElsewhere = (text: string): boolean => text.includes(elsewhere);
const ownerOf = (path: string): string => path.split('/', 1)[0] ?? '';
/** What goes on after something open that may be a whole path: nobody can tell where its owner ends. */
const beginsOpen = (path: string): boolean => /^(?:\$\{|<)/.test(path) && isElsewhere(ownerOf(path));
/** A path, or what is open and may be one. */
const isOwn = (path: string): boolean => !isElsewhere(path) && /[/$<]/.test(path);
const restOf = (path: string): string => path.slice(ownerOf(path).length + 1);

/** Paths that somebody can make who has nothing to do with those named. */
function* foreignPaths({ paths, owners }: NamedParts): Generator<string> {
  yield `${elsewhere}/${elsewhere}`;
  for (const owner of owners) {
    // What is open may be a whole path: nobody can tell where its owner ends.
    const isWhole = /[$<]/.test(owner) && !paths.some((path) => path.startsWith(`${owner}/`));
    if (owner.includes('/') || isElsewhere(owner) || isWhole) continue;
    yield `${owner}-${elsewhere}/${elsewhere}`;
    yield `${elsewhere}-${owner}/${elsewhere}`;
  }
  for (const path of paths) {
    if (beginsOpen(path)) continue;
    if (isElsewhere(ownerOf(path))) yield path.includes('/') ? path : `${path}/${elsewhere}`;
    else if (path.includes('/')) yield `${elsewhere}/${restOf(path)}`;
  }
}

/** Paths beside those named: others of the same owner or group, with what they have in common. */
function* siblingPaths({ paths, owners }: NamedParts): Generator<readonly [path: string, owner: string]> {
  for (const owner of owners) if (!isElsewhere(owner)) yield [`${owner}/${elsewhere}`, owner];
  for (const path of paths) {
    if (isElsewhere(ownerOf(path)) && !beginsOpen(path)) continue;
    if (isElsewhere(path)) yield [path, path.slice(0, path.indexOf(elsewhere)).replace(/\/[^/]*$/, '')];
    else if (isOwn(path))
      yield [`${path}-${elsewhere}`, path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path];
  }
}

/** The projects that are named, by their paths or by their ids alone. */
function ownPaths({ paths, ids }: NamedParts): readonly (readonly [path: string, name: string])[] {
  const own = paths.filter(isOwn).map((path) => [path, path] as const);
  const byId = ids.filter(([claim]) => claim === 'repository_id' || claim === 'project_id');
  return own.length > 0 ? own : byId.map(([claim, id]) => [`${elsewhere}/${elsewhere}`, `${claim} ${id}`]);
}

/** Ids of claims as they are in another repository: those of its owner are the same when the owner is. */
function idsElsewhere({ ids }: NamedParts, ownerClaims: readonly string[] = []): NamedParts['ids'] {
  return ids.map(([claim, id]) => [claim, ownerClaims.includes(claim) ? id : elsewhere]);
}

const githubOwnerIds = ['repository_owner_id', 'enterprise', 'enterprise_id'];
const gitlabOwnerIds = ['namespace_id'];

/** Owners that are named by their ids alone: any path may be theirs. */
function* ownersById({ ids }: NamedParts, ownerClaims: readonly string[]): Generator<readonly [string, string]> {
  for (const [claim, id] of ids) {
    if (ownerClaims.includes(claim)) yield [`${elsewhere}/${elsewhere}`, `${claim} ${id}`];
  }
}

function* githubBearers(parts: NamedParts, form?: SubjectForm): Generator<Bearer> {
  const runs = githubRuns(parts);
  const foreign = idsElsewhere(parts);
  for (const path of foreignPaths(parts)) {
    for (const run of runs) {
      yield { reach: 'anyone', from: 'any repository on GitHub', token: githubToken(path, run, foreign) };
    }
  }
  const shared = idsElsewhere(parts, githubOwnerIds);
  for (const [path, owner] of [...siblingPaths(parts), ...ownersById(parts, githubOwnerIds)]) {
    for (const run of runs) {
      yield { reach: 'owner', from: `any repository of \`${owner}\``, token: githubToken(path, run, shared) };
    }
  }
  for (const [path, name] of ownPaths(parts)) {
    const own = (run: GithubRun): Token => githubToken(path, run, parts.ids, form);
    const branch = `refs/heads/${elsewhere}`;
    const tag = `refs/tags/${elsewhere}`;
    yield {
      reach: 'branch',
      from: `any branch of \`${name}\``,
      token: own({ context: `ref:${branch}`, event: 'push', ref: branch }),
    };
    yield {
      reach: 'request',
      from: `a pull request of \`${name}\``,
      token: own({ context: 'pull_request', event: 'pull_request', ref: 'refs/pull/1/merge' }),
    };
    yield {
      reach: 'tag',
      from: `any tag of \`${name}\``,
      token: own({ context: `ref:${tag}`, event: 'push', ref: tag }),
    };
    yield {
      reach: 'environment',
      from: `any environment of \`${name}\``,
      token: own({ context: `environment:${elsewhere}`, event: 'push', ref: branch }),
    };
  }
}

/** What somebody can do in a repository of their own: call branches, tags and environments as the policy wants them. */
function githubRuns({ contexts, refs, environments }: NamedParts): readonly GithubRun[] {
  const main = 'refs/heads/main';
  const push = (ref: string): GithubRun => ({ context: `ref:${ref}`, event: 'push', ref });
  return [
    push(main),
    { context: 'pull_request', event: 'pull_request', ref: 'refs/pull/1/merge' },
    ...refs.filter((ref) => ref !== main).map((ref) => push(ref.startsWith('refs/') ? ref : `refs/heads/${ref}`)),
    ...environments.map((name) => ({ context: `environment:${name}`, event: 'push', ref: main })),
    ...contexts.map((context) => ({ context, event: 'push', ref: /^ref:(.+)/.exec(context)?.[1] ?? main })),
  ];
}

function* gitlabBearers(parts: NamedParts, host: string, form?: SubjectForm): Generator<Bearer> {
  const runs = gitlabRuns(parts);
  const foreign = idsElsewhere(parts);
  for (const path of foreignPaths(parts)) {
    for (const run of runs) {
      yield { reach: 'anyone', from: `any project of ${host}`, token: gitlabToken(path, run, host, foreign) };
    }
  }
  const shared = idsElsewhere(parts, gitlabOwnerIds);
  for (const [path, owner] of [...siblingPaths(parts), ...ownersById(parts, gitlabOwnerIds)]) {
    for (const run of runs) {
      yield { reach: 'owner', from: `any project of \`${owner}\``, token: gitlabToken(path, run, host, shared) };
    }
  }
  for (const [path, name] of ownPaths(parts)) {
    const own = (run: Omit<GitlabRun, 'ref' | 'isProtected'>): Token =>
      gitlabToken(path, { ref: elsewhere, isProtected: false, ...run }, host, parts.ids, form);
    yield { reach: 'branch', from: `any branch of \`${name}\``, token: own({ refType: 'branch', source: 'push' }) };
    yield {
      reach: 'request',
      from: `a merge request of \`${name}\``,
      token: own({ refType: 'branch', source: 'merge_request_event' }),
    };
    yield { reach: 'tag', from: `any tag of \`${name}\``, token: own({ refType: 'tag', source: 'push' }) };
    // A branch can name any environment; only where one is asked for does it add something.
    if (parts.environments.length === 0) continue;
    yield {
      reach: 'environment',
      from: `any environment of \`${name}\``,
      token: own({ refType: 'branch', source: 'push', environment: elsewhere }),
    };
  }
}

function gitlabRuns({ refs, environments }: NamedParts): readonly GitlabRun[] {
  const names = ['main', ...refs.map((ref) => ref.replace(/^refs\/(?:heads|tags)\//, ''))];
  return [...new Set(names)].flatMap((ref) =>
    [undefined, ...environments].flatMap((environment) =>
      (['branch', 'tag'] as const).map((refType) => ({
        refType,
        ref,
        isProtected: true,
        source: 'push',
        ...(environment !== undefined && { environment }),
      })),
    ),
  );
}
