import { z } from 'zod';

/** GitLab documentation, "Members API", roles: 0 nobody, 30 developer, 40 maintainer, 50 owner, 60 administrator. */
const accessLevels = z.array(
  z.object({
    access_level: z.number().nullish(),
    user_id: z.number().nullish(),
    group_id: z.number().nullish(),
    deploy_key_id: z.number().nullish(),
  }),
);

const protectedBranch = z.object({
  name: z.string(),
  push_access_levels: accessLevels.optional(),
  merge_access_levels: accessLevels.optional(),
  unprotect_access_levels: accessLevels.optional(),
  allow_force_push: z.boolean().optional(),
  code_owner_approval_required: z.boolean().optional(),
});

/** Values are no part of it. */
const variable = {
  key: z.string(),
  protected: z.boolean().optional(),
  masked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  raw: z.boolean().optional(),
  environment_scope: z.string().optional(),
  variable_type: z.string().optional(),
};

const project = z.object({
  web_url: z.string().optional(),
  path_with_namespace: z.string().optional(),
  namespace: z.object({ kind: z.string().optional(), full_path: z.string().optional() }).optional(),
  visibility: z.enum(['private', 'internal', 'public']).optional(),
  default_branch: z.string().optional(),
  ci_config_path: z.string().nullish(),
  public_jobs: z.boolean().optional(),
  ci_allow_fork_pipelines_to_run_in_parent_project: z.boolean().optional(),
  ci_separated_caches: z.boolean().optional(),
  ci_job_token_scope_enabled: z.boolean().optional(),
  ci_push_repository_for_job_token_allowed: z.boolean().optional(),
  ci_pipeline_variables_minimum_override_role: z
    .enum(['no_one_allowed', 'owner', 'maintainer', 'developer'])
    .optional(),
  restrict_user_defined_variables: z.boolean().optional(),
  ci_id_token_sub_claim_components: z.array(z.string()).optional(),
  allow_merge_on_skipped_pipeline: z.boolean().nullish(),
  only_allow_merge_if_pipeline_succeeds: z.boolean().nullish(),
  protect_merge_request_pipelines: z
    .boolean()
    .optional()
    .meta({ description: 'Whether merge requests between protected branches get protected variables and runners.' }),
  allow_pipeline_trigger_approve_deployment: z.boolean().optional(),
});

const protectedEnvironment = z.object({
  name: z.string(),
  deploy_access_levels: accessLevels.optional(),
  required_approval_count: z.number().optional(),
  approval_rules: z.array(z.object({ required_approvals: z.number().optional() })).optional(),
});

const approvals = z.object({
  approvals_before_merge: z.number().optional(),
  merge_requests_author_approval: z.boolean().optional(),
  merge_requests_disable_committers_approval: z.boolean().optional(),
  reset_approvals_on_push: z.boolean().optional(),
  selective_code_owner_removals: z.boolean().optional(),
  disable_overriding_approvers_per_merge_request: z.boolean().optional(),
});

const approvalRule = z.object({
  name: z.string().optional(),
  rule_type: z.string().optional(),
  approvals_required: z.number(),
  applies_to_all_protected_branches: z.boolean().optional(),
  protected_branches: z.array(z.object({ name: z.string() })).optional(),
});

/** GitLab gives null for some of those that are off. */
const pushRule = z.object({
  reject_unsigned_commits: z.boolean().nullish(),
  prevent_secrets: z.boolean().nullish(),
  member_check: z.boolean().nullish(),
  commit_committer_check: z.boolean().nullish(),
  deny_delete_tag: z.boolean().nullish(),
});

/** Settings of a GitLab project, by the names of its REST API. */
export const gitlabFacts = z.object({
  project: project.optional(),
  protected_branches: z.array(protectedBranch).optional(),
  protected_tags: z.array(z.object({ name: z.string(), create_access_levels: accessLevels.optional() })).optional(),
  protected_environments: z.array(protectedEnvironment).optional(),
  environments: z
    .array(z.object({ name: z.string(), tier: z.string().optional(), state: z.string().optional() }))
    .optional(),
  approvals: approvals.optional(),
  approval_rules: z.array(approvalRule).optional(),
  push_rule: pushRule.nullish().meta({ description: 'null: none was ever set.' }),
  variables: z.array(z.object(variable)).optional(),
  group_variables: z
    .array(z.object({ ...variable, group: z.string().optional() }))
    .optional()
    .meta({ description: 'Of the groups that the project is in.' }),
  job_token_scope: z.object({ inbound_enabled: z.boolean().optional() }).optional(),
  job_token_allowlist: z.array(z.object({ path_with_namespace: z.string() })).optional(),
  job_token_groups_allowlist: z.array(z.object({ name: z.string(), web_url: z.string().optional() })).optional(),
  freeze_periods: z
    .array(z.object({ freeze_start: z.string(), freeze_end: z.string(), cron_timezone: z.string().optional() }))
    .optional(),
  runners: z
    .array(
      z.object({
        runner_type: z.string().optional(),
        is_shared: z.boolean().optional(),
        tag_list: z.array(z.string()).optional(),
        access_level: z.string().optional(),
        run_untagged: z.boolean().optional(),
      }),
    )
    .optional(),
  unknown: z.record(z.string(), z.string()).optional().meta({ description: 'What could not be read, and why.' }),
});

export type GitlabFacts = z.infer<typeof gitlabFacts>;
