import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { permissionsOf } from '../../github/permissions.ts';
import type { JobRun, ScenarioMatrix } from '../scenario.ts';
import { and, certain, type Truth } from '../truth.ts';
import { conditionHolds } from './condition.ts';
import { eventStarts } from './event-starts.ts';
import { githubScenarios, type GithubScenario } from './github-scenarios.ts';

/** Longer rows of needs are not followed to their end. */
const mostNeeds = 200;

/** Evaluates the jobs of a workflow under each way it can start. */
export function githubMatrix(pipeline: Pipeline, given?: string): ScenarioMatrix {
  if (pipeline.action) return { scenarios: [], runsOf: () => [] };
  const defaultBranch = given ?? (/\bmain\b|^(?!.*\bmaster\b)/s.test(pipeline.source.text) ? 'main' : 'master');
  const byName = new Map(pipeline.jobs.map((job) => [job.name, job]));
  const holds = (job: Job, scenario: GithubScenario, known: Map<Job, Truth>, depth: number): Truth => {
    const found = known.get(job);
    if (found) return found;
    // Set first, so that needs that go round end.
    known.set(job, certain);
    const condition = job.body.text('if');
    const own = conditionHolds(condition, scenario, defaultBranch);
    // A job that was skipped skips those that need it, unless they say otherwise.
    const isAlone = /\b(?:always|failure|cancelled)\s*\(/.test(condition ?? '') || depth > mostNeeds;
    const needed = isAlone ? [] : (job.needs ?? []).flatMap((need) => byName.get(need.job) ?? []);
    const all = and(own, ...needed.map((other) => holds(other, scenario, known, depth + 1)));
    known.set(job, all);
    return all;
  };
  const evaluated = githubScenarios.map((scenario) => {
    const starts = eventStarts(pipeline, scenario, defaultBranch);
    return { scenario, starts, known: new Map<Job, Truth>() };
  });
  return {
    scenarios: githubScenarios,
    runsOf: (job) =>
      evaluated.map(({ scenario, starts, known }): JobRun => {
        const { value, atoms } = and(starts, starts.value === false ? certain : holds(job, scenario, known, 0));
        return {
          scenario,
          runs: value === undefined ? 'unknown' : value ? 'yes' : 'no',
          atoms,
          mayFail: job.body.text('continue-on-error') === 'true',
          claims: identityClaims(job, pipeline, scenario, defaultBranch),
        };
      }),
  };
}

/** GitHub documentation, "OpenID Connect reference", subject claims; `*` is any text. */
function identityClaims(
  job: Job,
  pipeline: Pipeline,
  { event, ref, privileged }: GithubScenario,
  defaultBranch: string,
): Readonly<Record<string, string>> {
  const { writes } = permissionsOf(job, pipeline);
  if (privileged === false || (writes !== 'all' && (writes === 'default' || !writes.includes('id-token')))) return {};
  const name = job.environment?.name.text;
  const refs = {
    default: `refs/heads/${defaultBranch}`,
    branch: 'refs/heads/*',
    tag: 'refs/tags/*',
    request: 'refs/pull/*',
  };
  const subject =
    name !== undefined
      ? `environment:${name.includes('${{') ? '*' : name}`
      : event === 'pull_request'
        ? 'pull_request'
        : `ref:${refs[ref]}`;
  return {
    sub: `repo:*:${subject}`,
    ref: refs[ref],
    event_name: event,
    ...(name !== undefined && { environment: name }),
  };
}
