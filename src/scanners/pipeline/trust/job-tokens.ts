import type { Audit } from '../audit/audit.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { JobRun } from '../scenarios/scenario.ts';
import { elsewhere, githubToken } from './github-token.ts';
import { gitlabToken } from './gitlab-token.ts';
import type { Grant } from './grant.ts';
import { namedParts, type NamedParts } from './named-parts.ts';
import { subjectForm } from './subject-form.ts';
import type { SubjectForm, Token } from './token.ts';

/** A job that gets a role in a scenario in which others than those who merge decide what it runs. */
export interface Taker {
  readonly job: Job;
  readonly run: JobRun;
  /** The project that it was taken to be: its path is not in the repository. */
  readonly path: string;
}

/** The first such job of the repository's pipelines, those that outsiders can start before others. */
export function findTaker(grant: Grant, pipelines: readonly Pipeline[], audit: Audit): Taker | undefined {
  const { gitlab, github } = audit.facts ?? {};
  const isGitlab = grant.issuer.platform === 'gitlab';
  const known = isGitlab ? gitlab?.project?.path_with_namespace : github?.repository?.full_name;
  const form = subjectForm(grant.issuer, audit.facts);
  const parts = namedParts(grant.names);
  const paths = known === undefined ? parts.paths.filter((path) => !path.includes(elsewhere)) : [known];
  // Without a name any project will do, this one too.
  const projects = paths.length === 0 ? [`${elsewhere}/${elsewhere}`] : paths;
  const takers: Taker[] = [];
  for (const { job, run } of untrustedRuns(pipelines, audit)) {
    if (run.scenario.dialect !== grant.issuer.platform || !mayAsk(job, grant)) continue;
    const path = projects.find((project) => isAdmitted(grant, project, run, parts, form));
    if (path !== undefined) takers.push({ job, run, path });
  }
  return takers.find(({ run }) => run.scenario.checkout === 'outsider') ?? takers[0];
}

interface TokenRun {
  readonly job: Job;
  readonly run: JobRun;
}

const known = new WeakMap<readonly Pipeline[], readonly TokenRun[]>();

/** The runs that get a token and in which others than those who merge decide what is run; the same for every grant. */
function untrustedRuns(pipelines: readonly Pipeline[], audit: Audit): readonly TokenRun[] {
  const found =
    known.get(pipelines) ??
    pipelines.flatMap((pipeline) =>
      pipeline.jobs.flatMap((job) => {
        const runs = audit.scenarios(pipeline).runsOf(job);
        const open = runs.filter(({ runs: answer, scenario }) => answer !== 'no' && scenario.checkout !== 'maintainer');
        return open.filter(({ claims }) => Object.keys(claims).length > 0).map((run) => ({ job, run }));
      }),
    );
  known.set(pipelines, found);
  return found;
}

/** Whether the job gets a token for the audience that the grant wants, as far as both say it. */
function mayAsk({ identityTokens }: Job, { audiences, issuer }: Grant): boolean {
  // GitHub's jobs choose the audience when they run.
  if (issuer.platform === 'github' || audiences.length === 0) return true;
  const asked = identityTokens.flatMap((token) => token.audiences.map(({ text }) => text));
  return asked.some(
    (text) => text.includes('$') || audiences.some((wanted) => wanted.text === text || wanted.text.includes('$')),
  );
}

function isAdmitted(
  grant: Grant,
  project: string,
  run: JobRun,
  { refs, ids }: NamedParts,
  form: SubjectForm | undefined,
): boolean {
  // A merge request of a fork carries the fork's name (GitLab 18.2.2).
  const isFork = run.scenario.checkout === 'outsider' && grant.issuer.platform === 'gitlab';
  const path = isFork ? `${elsewhere}/${elsewhere}` : project;
  return tokensOf(run, path, grant, refs, isFork ? [] : ids, form).some((token) => grant.admits(token).value === true);
}

/** The tokens that a run can have: what whoever starts it chooses is as bad as it can be. */
function tokensOf(
  { claims, scenario }: JobRun,
  path: string,
  { issuer }: Grant,
  refs: readonly string[],
  ids: NamedParts['ids'],
  form: SubjectForm | undefined,
): readonly Token[] {
  const { ref = '*', environment } = claims;
  if (issuer.platform === 'github') {
    const context = githubContext(claims);
    return [
      githubToken(path, { context, event: claims['event_name'] ?? '', ref: ref.replaceAll('*', elsewhere) }, ids, form),
    ];
  }
  // The branch of a merge request may be called as the target is, unless it is of this project and protected.
  const names = ref !== '*' ? [ref] : scenario.checkout === 'outsider' ? [elsewhere, ...refs] : [elsewhere];
  return names.map((name) =>
    gitlabToken(
      path,
      {
        refType: claims['ref_type'] === 'tag' ? 'tag' : 'branch',
        ref: name,
        isProtected: claims['ref_protected'] === 'true',
        source: claims['pipeline_source'] ?? '',
        ...(environment !== undefined && { environment: environment.replaceAll('*', elsewhere) }),
      },
      issuer.host,
      ids,
      form,
    ),
  );
}

/** The end of the subject as GitHub makes it. */
function githubContext(claims: Readonly<Record<string, string>>): string {
  const { environment, event_name: event, ref = '*' } = claims;
  const context =
    environment === undefined ? (event === 'pull_request' ? event : `ref:${ref}`) : `environment:${environment}`;
  return context.replaceAll('*', elsewhere);
}
