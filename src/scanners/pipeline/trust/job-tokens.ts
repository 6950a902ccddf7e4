import type { Audit } from '../audit/audit.ts';
import { asksMembers, isForMembersOnly } from '../github/entry-guards.ts';
import { waitsForMembers } from '../github/members-check.ts';
import { fetchesHead } from '../github/untrusted-checkout.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Step } from '../model/step.ts';
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
  /** Whether anybody decides what it runs, not only those who may push. */
  readonly isOpen: boolean;
  /** Where it fetches code that its definition is not of. */
  readonly fetch?: Step;
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
  for (const found of untrustedRuns(pipelines, audit)) {
    const { job, run, definition } = found;
    if (run.scenario.dialect !== grant.issuer.platform || !mayAsk(job, grant)) continue;
    const path = projects.find((project) => isAdmitted(grant, project, run, definition, parts, form));
    if (path !== undefined) takers.push({ ...found, path });
  }
  return takers.find(({ isOpen }) => isOpen) ?? takers[0];
}

interface TokenRun extends Omit<Taker, 'path'> {
  /** The file that the job is in. */
  readonly definition: string;
}

const known = new WeakMap<readonly Pipeline[], readonly TokenRun[]>();

/** The runs that get a token and in which others than those who merge decide what is run; the same for every grant. */
function untrustedRuns(pipelines: readonly Pipeline[], audit: Audit): readonly TokenRun[] {
  const found =
    known.get(pipelines) ??
    pipelines.flatMap((pipeline) =>
      pipeline.jobs.flatMap((job) => {
        const runs = audit.scenarios(pipeline).runsOf(job);
        const able = runs.filter(({ runs: answer, claims }) => answer !== 'no' && Object.keys(claims).length > 0);
        return able.flatMap((run) => untrustedRun(job, run, pipeline));
      }),
    );
  known.set(pipelines, found);
  return found;
}

/** One in which what is checked out is not reviewed, or that fetches what is not, for whoever asks. */
function untrustedRun(job: Job, run: JobRun, pipeline: Pipeline): readonly TokenRun[] {
  const { checkout, starter } = run.scenario;
  const definition = pipeline.source.uri;
  if (checkout !== 'maintainer') return [{ job, run, isOpen: checkout === 'outsider', definition }];
  const isForAnybody = starter === 'outsider' && !isForMembersOnly(job) && !asksMembers(job);
  if (!isForAnybody || waitsForMembers(job, pipeline)) return [];
  const fetch = job.steps.find((step) => fetchesHead(step, run.claims['event_name'] ?? ''));
  return fetch ? [{ job, run, isOpen: true, fetch, definition }] : [];
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
  definition: string,
  { refs, ids }: NamedParts,
  form: SubjectForm | undefined,
): boolean {
  // A merge request of a fork carries the fork's name (GitLab 18.2.2).
  const isFork = run.scenario.checkout === 'outsider' && grant.issuer.platform === 'gitlab';
  const path = isFork ? `${elsewhere}/${elsewhere}` : project;
  return tokensOf(
    run,
    path,
    grant,
    refs,
    isFork ? [] : [...ids, ['job_workflow_ref', `${path}/${definition}@${run.claims['ref'] ?? ''}`]],
    form,
  ).some((token) => grant.admits(token).value === true);
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
