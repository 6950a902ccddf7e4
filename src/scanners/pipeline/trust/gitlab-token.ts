import type { SubjectForm, Token } from './token.ts';

/** Claims of GitLab's identity tokens (GitLab documentation, "ID tokens", token payload) that the run does not tell. */
const others: ReadonlySet<string> = new Set(
  'user_id user_login user_email user_access_level user_identities groups_direct pipeline_id job_id job_source job_project_id job_project_path job_namespace_id job_namespace_path job_policy_ref_uri runner_id runner_environment sha ci_config_ref_uri ci_config_sha project_visibility project_id namespace_id deployment_tier environment_action jti iat nbf exp'.split(
    ' ',
  ),
);

/** How a pipeline came about, as the token says it. */
export interface GitlabRun {
  readonly refType: 'branch' | 'tag';
  readonly ref: string;
  readonly isProtected: boolean;
  readonly source: string;
  readonly environment?: string;
}

/** The token of a job in a project, `group/project`. */
export function gitlabToken(
  path: string,
  { refType, ref, isProtected, source, environment }: GitlabRun,
  host: string,
  ids: Iterable<readonly [string, string]> = [],
  form: SubjectForm = ['project_path', 'ref_type', 'ref'],
): Token {
  const claims = new Map([
    ['iss', `https://${host}`],
    ['project_path', path],
    ['namespace_path', path.slice(0, Math.max(0, path.lastIndexOf('/')))],
    ['ref', ref],
    ['ref_type', refType],
    ['ref_path', `refs/${refType === 'tag' ? 'tags' : 'heads'}/${ref}`],
    ['ref_protected', String(isProtected)],
    ['pipeline_source', source],
    ...(environment === undefined
      ? []
      : ([
          ['environment', environment],
          ['environment_protected', 'false'],
        ] as const)),
    ...ids,
  ]);
  claims.set('sub', form.map((key) => `${key}:${claims.get(key) ?? ''}`).join(':'));
  return { claims, open: new Set([...others].filter((name) => !claims.has(name))) };
}
