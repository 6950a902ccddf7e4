import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { Job } from '../../model/job.ts';
import type { GitlabScenario } from './gitlab-scenarios.ts';

/**
 * Claims of the identity token (GitLab documentation, "OpenID Connect (OIDC) authentication using ID tokens", token
 * payload), as far as the scenario tells; `*` is any text.
 */
export function identityClaims(
  job: Job,
  scenario: GitlabScenario,
  project: GitlabFacts['project'] = {},
): Readonly<Record<string, string>> {
  const name = scenario.predefined.get('CI_COMMIT_REF_NAME');
  const ref = name?.kind === 'exact' ? name.text : '*';
  const protectedRef = scenario.predefined.get('CI_COMMIT_REF_PROTECTED');
  const { environment } = job;
  const path = project.path_with_namespace ?? '*';
  const parts: Readonly<Record<string, string>> = { project_path: path, ref_type: scenario.refType, ref };
  // A project may choose what its subject is made of.
  const components = project.ci_id_token_sub_claim_components ?? ['project_path', 'ref_type', 'ref'];
  return {
    sub: components.map((component) => `${component}:${parts[component] ?? '*'}`).join(':'),
    ...(path !== '*' && { project_path: path, namespace_path: path.slice(0, path.lastIndexOf('/')) }),
    ref,
    ref_type: scenario.refType,
    ref_protected: protectedRef?.kind === 'exact' ? protectedRef.text : '*',
    pipeline_source: scenario.source,
    ...(environment && { environment: environment.name.text.includes('$') ? '*' : environment.name.text }),
  };
}
