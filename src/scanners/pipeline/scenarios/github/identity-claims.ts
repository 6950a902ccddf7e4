import type { GithubFacts } from '../../facts/github-facts-schema.ts';
import { permissionsOf } from '../../github/permissions.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { GithubScenario } from './github-scenarios.ts';

/** GitHub documentation, "OpenID Connect reference", subject claims; `*` is any text. */
export function identityClaims(
  job: Job,
  pipeline: Pipeline,
  { event, ref, privileged }: GithubScenario,
  defaultBranch: string,
  facts: GithubFacts,
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
  const repository = facts.repository?.full_name;
  return {
    sub: subjectOf(`repo:${repository ?? '*'}`, subject, facts),
    ...(repository !== undefined && { repository }),
    ref: refs[ref],
    event_name: event,
    ...(name !== undefined && { environment: name }),
  };
}

/** A repository may choose what its subject is made of. */
function subjectOf(repo: string, context: string, { oidc_subject: custom }: GithubFacts): string {
  const parts: Readonly<Record<string, string>> = { repo, context };
  if (custom?.use_default !== false || !custom.include_claim_keys) return `${repo}:${context}`;
  return custom.include_claim_keys.map((key) => parts[key] ?? `${key}:*`).join(':');
}
