import { gitlabFacts, type GitlabFacts } from '../gitlab-facts-schema.ts';
import type { ApiClient } from './api-client.ts';
import { FactCollector } from './fact-collector.ts';

const { shape } = gitlabFacts;

/** Of groups in groups; GitLab allows twenty. */
const mostGroups = 20;

/**
 * Reads the settings of a project (GitLab documentation, "REST API": projects, protected branches, protected tags,
 * protected environments, merge request approvals, project push rules, project and group variables, job token scope,
 * freeze periods, runners).
 * @param project its path or its number
 */
export async function collectGitlab(
  api: ApiClient,
  project: string,
): Promise<{ readonly facts: GitlabFacts; readonly isEmpty: boolean }> {
  const facts = new FactCollector(api);
  const root = `projects/${encodeURIComponent(project)}`;
  const found = await facts.object('project', root, shape.project.unwrap());
  await facts.list('protected_branches', `${root}/protected_branches`, shape.protected_branches);
  await facts.list('protected_tags', `${root}/protected_tags`, shape.protected_tags);
  await facts.list('protected_environments', `${root}/protected_environments`, shape.protected_environments);
  await facts.list('environments', `${root}/environments`, shape.environments);
  await facts.object('approvals', `${root}/approvals`, shape.approvals.unwrap());
  await facts.list('approval_rules', `${root}/approval_rules`, shape.approval_rules);
  const pushRule = shape.push_rule.unwrap().unwrap();
  // Without push rules the answer is null.
  await facts.objectOrNone('push_rule', `${root}/push_rule`, pushRule, (answer) => isValue(answer, null));
  await facts.list('variables', `${root}/variables`, shape.variables);
  await collectGroupVariables(api, facts, found?.namespace);
  await facts.object('job_token_scope', `${root}/job_token_scope`, shape.job_token_scope.unwrap());
  await facts.list('job_token_allowlist', `${root}/job_token_scope/allowlist`, shape.job_token_allowlist);
  const groups = shape.job_token_groups_allowlist;
  await facts.list('job_token_groups_allowlist', `${root}/job_token_scope/groups_allowlist`, groups);
  await facts.list('freeze_periods', `${root}/freeze_periods`, shape.freeze_periods);
  await facts.each({
    fact: 'runners',
    list: `${root}/runners`,
    // Those of the whole instance are everybody's.
    wants: ({ is_shared: isShared }) => isShared !== true,
    detail: (id) => `runners/${id}`,
    schema: shape.runners.unwrap().element,
  });
  return { facts: gitlabFacts.parse(facts.result()), isEmpty: facts.isEmpty };
}

function isValue(answer: object, value: unknown): boolean {
  return 'value' in answer && answer.value === value;
}

/** Variables of the group that the project is in, and of those around it. */
async function collectGroupVariables(
  api: ApiClient,
  facts: FactCollector,
  namespace: NonNullable<GitlabFacts['project']>['namespace'],
): Promise<void> {
  if (namespace?.kind !== 'group' || namespace.full_path === undefined) return;
  const parts = namespace.full_path.split('/').slice(0, mostGroups);
  const variables: unknown[] = [];
  for (const depth of parts.keys()) {
    const group = parts.slice(0, depth + 1).join('/');
    const answer = await api.list(`groups/${encodeURIComponent(group)}/variables`);
    const known = 'value' in answer ? shape.variables.safeParse(answer.value) : undefined;
    if ('reason' in answer || !known?.success) {
      const reason = 'reason' in answer ? answer.reason : 'the answer is not what is documented';
      facts.missing('group_variables', { reason: `${group}: ${reason}` });
      return;
    }
    variables.push(...(known.data ?? []).map((variable) => ({ ...variable, group })));
  }
  facts.set('group_variables', variables);
}
