import { oncePer } from '../../../../lib/once-per.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { GithubFacts } from '../../facts/github-facts-schema.ts';
import type { JobRun, ScenarioMatrix } from '../scenario.ts';
import { and, certain, impossible, type Truth } from '../truth.ts';
import { conditionHolds } from './condition.ts';
import { eventStarts } from './event-starts.ts';
import { scenariosUnder, type GithubScenario } from './github-scenarios.ts';
import { identityClaims } from './identity-claims.ts';
import { jobToken } from './job-token.ts';

/** Longer rows of needs are not followed to their end. */
const mostNeeds = 200;

/**
 * Evaluates the jobs of a workflow under each way it can start.
 * @param facts the settings; without them the default branch is assumed from the names that the workflow uses
 */
export function githubMatrix(pipeline: Pipeline, facts: GithubFacts = {}): ScenarioMatrix {
  if (pipeline.action) return { scenarios: [], runsOf: () => [] };
  const scenarios = scenariosUnder(facts);
  const defaultBranch =
    facts.repository?.default_branch ?? (/\bmain\b|^(?!.*\bmaster\b)/s.test(pipeline.source.text) ? 'main' : 'master');
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
  const evaluated = scenarios.map((scenario) => {
    const starts = scenario.impossible === undefined ? eventStarts(pipeline, scenario, defaultBranch) : impossible;
    return { scenario, starts, known: new Map<Job, Truth>() };
  });
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return {
    scenarios,
    holds(condition, { id }) {
      const scenario = byId.get(id);
      return scenario ? conditionHolds(condition, scenario, defaultBranch) : impossible;
    },
    runsOf: oncePer((job: Job) =>
      evaluated.map(({ scenario, starts, known }): JobRun => {
        const token = jobToken(job, pipeline, scenario, facts);
        const { value, atoms } = and(starts, starts.value === false ? certain : holds(job, scenario, known, 0));
        return {
          scenario,
          runs: value === undefined ? 'unknown' : value ? 'yes' : 'no',
          atoms,
          mayFail: job.body.text('continue-on-error') === 'true',
          claims: identityClaims(job, pipeline, scenario, defaultBranch, facts),
          ...(token && { token }),
        };
      }),
    ),
  };
}
