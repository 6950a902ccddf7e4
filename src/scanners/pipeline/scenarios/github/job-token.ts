import type { GithubFacts } from '../../facts/github-facts-schema.ts';
import { permissionsOf } from '../../github/permissions.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { GithubScenario } from './github-scenarios.ts';

/**
 * What the token of a job may do in a scenario, as `permissions` would say it: `contents: read`, or `write-all`. In
 * pull requests of forks and of Dependabot it reads at most, and there is no identity token (GitHub documentation,
 * "GITHUB_TOKEN", "Dependabot on GitHub Actions").
 * @returns undefined when nothing is said and the setting of the repository is not known
 */
export function jobToken(
  job: Job,
  pipeline: Pipeline,
  { event, fromFork, byDependabot }: GithubScenario,
  facts: GithubFacts,
): readonly string[] | undefined {
  const given = grant(job, pipeline, facts);
  const isForeign = event === 'pull_request' && (fromFork === true || byDependabot === true);
  const writesAnyway = byDependabot !== true && facts.fork_workflows?.send_write_tokens_to_workflows === true;
  if (!isForeign || writesAnyway) return given;
  // Whatever is given by default, writing is not a part of it.
  if (given === undefined) return ['read-all'];
  return given.flatMap((scope) => (scope.startsWith('id-token') ? [] : scope.replace('write', 'read')));
}

function grant(job: Job, pipeline: Pipeline, facts: GithubFacts): readonly string[] | undefined {
  const { entry } = permissionsOf(job, pipeline);
  if (!entry) {
    const setting = facts.workflow_permissions?.default_workflow_permissions;
    if (setting === undefined) return undefined;
    return setting === 'write' ? ['write-all'] : ['contents: read', 'packages: read'];
  }
  const { value } = entry;
  if (value.kind === 'scalar') return value.text === '' ? [] : [value.text];
  if (value.kind !== 'map') return [];
  return value.entries.flatMap((scope) =>
    scope.value.kind === 'scalar' && scope.value.text !== 'none' ? [`${scope.key.text}: ${scope.value.text}`] : [],
  );
}
