import type { Job } from '../../model/job.ts';
import type { GitlabScenario } from './gitlab-scenarios.ts';

/**
 * Claims of the identity token (GitLab documentation, "OpenID Connect (OIDC) authentication using ID tokens", token
 * payload), as far as the scenario tells; `*` is any text.
 */
export function identityClaims(job: Job, scenario: GitlabScenario): Readonly<Record<string, string>> {
  const name = scenario.predefined.get('CI_COMMIT_REF_NAME');
  const ref = name?.kind === 'exact' ? name.text : '*';
  const protectedRef = scenario.predefined.get('CI_COMMIT_REF_PROTECTED');
  const { environment } = job;
  return {
    sub: `project_path:*:ref_type:${scenario.refType}:ref:${ref}`,
    ref,
    ref_type: scenario.refType,
    ref_protected: protectedRef?.kind === 'exact' ? protectedRef.text : '*',
    pipeline_source: scenario.source,
    ...(environment && { environment: environment.name.text.includes('$') ? '*' : environment.name.text }),
  };
}
