import type { SubjectForm, Token } from './token.ts';

/**
 * Claims of GitHub's identity tokens (GitHub documentation, "OpenID Connect reference") that are neither made of the
 * repository nor of the run: whoever knows the token's bearer does not know these.
 */
const others: ReadonlySet<string> = new Set(
  'actor actor_id base_ref head_ref check_run_id enterprise enterprise_id job_workflow_sha jti iat nbf exp repository_visibility run_attempt run_id run_number runner_environment sha workflow workflow_sha repository_id repository_owner_id repo_property'.split(
    ' ',
  ),
);

/** How a run of a workflow came about, as the token says it. */
export interface GithubRun {
  /** The end of the subject: `ref:refs/heads/main`, `pull_request`, `environment:production`. */
  readonly context: string;
  readonly event: string;
  readonly ref: string;
}

/** The token of a run in a repository, `owner/name`. */
export function githubToken(
  path: string,
  { context, event, ref }: GithubRun,
  ids: Iterable<readonly [string, string]> = [],
  form: SubjectForm = ['repo', 'context'],
): Token {
  const [owner = ''] = path.split('/');
  const environment = /^environment:(.*)$/s.exec(context)?.[1];
  const claims = new Map([
    ['iss', 'https://token.actions.githubusercontent.com'],
    ['repository', path],
    ['repository_owner', owner],
    ['event_name', event],
    ['ref', ref],
    ['ref_type', ref.startsWith('refs/tags/') ? 'tag' : 'branch'],
    ['job_workflow_ref', `${path}/.github/workflows/${elsewhere}.yml@${ref}`],
    ['workflow_ref', `${path}/.github/workflows/${elsewhere}.yml@${ref}`],
    ...(environment === undefined ? [] : ([['environment', environment]] as const)),
    ...ids,
  ]);
  const parts = new Map([...claims, ['repo', path] as const]);
  const subject = form.map((key) => (key === 'context' ? context : `${key}:${parts.get(key) ?? elsewhere}`));
  claims.set('sub', subject.join(':'));
  return { claims, open: new Set([...others].filter((name) => !claims.has(name))) };
}

/** A name that whoever brings the token chooses, and that no policy names. */
export const elsewhere = 'somebody-elses';
