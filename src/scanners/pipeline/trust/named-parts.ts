import { elsewhere } from './github-token.ts';
import type { NamedText } from './grant.ts';

/** What the conditions of a grant name, taken apart: tokens are made of these. */
export interface NamedParts {
  /** Repositories and projects, `group/project`. */
  readonly paths: readonly string[];
  /** Owners and groups. */
  readonly owners: readonly string[];
  /** Ends of subjects: `ref:refs/heads/main`, `ref_type:branch:ref:main`. */
  readonly contexts: readonly string[];
  /** Whole refs and names of branches and tags. */
  readonly refs: readonly string[];
  readonly environments: readonly string[];
  /** Values of claims that are ids: which repository they belong to is not known. */
  readonly ids: readonly (readonly [string, string])[];
}

/** More of a kind are not tried. */
const most = 12;

const pathClaims = new Set(['repository', 'project_path']);
const ownerClaims = new Set(['repository_owner', 'namespace_path', 'root_namespace_path']);
const idClaims = new Set([
  'repository_id',
  'repository_owner_id',
  'enterprise',
  'enterprise_id',
  'project_id',
  'namespace_id',
]);

/** Takes apart what the conditions name. In place of a wildcard stands nothing, and a name of somebody else. */
export function namedParts(names: readonly NamedText[]): NamedParts {
  const paths = new Set<string>();
  const owners = new Set<string>();
  const contexts = new Set<string>();
  const refs = new Set<string>();
  const environments = new Set<string>();
  const ids: (readonly [string, string])[] = [];
  const addPath = (path: string): void => {
    if (path === '') return;
    if (path.includes('/')) paths.add(path.replace(/\/$/, ''));
    const segments = path.split('/');
    for (let length = 1; length < Math.max(2, segments.length); length += 1) {
      owners.add(segments.slice(0, length).join('/'));
    }
  };
  for (const { claim, text } of names) {
    for (const filled of fill(text)) {
      const [, path, context] = /^(?:repo|project_path):((?:\$\{[^}]*\}|[^:])*)(?::(.*))?$/s.exec(filled) ?? [];
      if (path !== undefined) {
        addPath(path);
        if (!path.includes('/') && /\$\{|</.test(path)) paths.add(path);
        if (context !== undefined) contexts.add(context);
      }
      const ref = /(?:^|[:@])(refs\/(?:heads|tags)\/[^:]+)$|:ref:([^:]+)$/.exec(filled);
      if (ref) refs.add(ref[1] ?? ref[2] ?? '');
      const environment = /(?:^|:)environment:([^:]+)/.exec(filled)?.[1];
      if (environment !== undefined) environments.add(environment);
      if (claim !== undefined && idClaims.has(claim)) ids.push([claim, filled]);
      if (claim === undefined || pathClaims.has(claim)) addPath(filled);
      if (claim !== undefined && pathClaims.has(claim)) paths.add(filled);
      if (claim === undefined || ownerClaims.has(claim)) owners.add(filled.replace(/\/$/, ''));
      if (claim === undefined || claim === 'ref') refs.add(filled);
      if (claim === undefined || claim === 'environment') environments.add(filled);
    }
  }
  const first = (all: ReadonlySet<string>): readonly string[] => [...all].filter((text) => text !== '').slice(0, most);
  return {
    paths: first(paths),
    owners: first(owners),
    contexts: first(contexts),
    refs: first(refs),
    environments: first(environments),
    ids: ids.slice(0, most),
  };
}

/** A pattern with its wildcards replaced, in the two ways that matter: by nothing and by a name of somebody else. */
function fill(pattern: string): readonly string[] {
  if (!/[*?]/.test(pattern)) return [pattern];
  return [...new Set(['', elsewhere].map((by) => pattern.replaceAll('*', by).replaceAll('?', 'x')))];
}
