import { z } from 'zod';

/** Access levels of GitLab (REST API, "Members API", roles): 0 nobody, 10 guest … 30 developer, 40 maintainer, 50 owner. */
const accessLevels = z.array(
  z.object({ access_level: z.number().nullish(), user_id: z.number().nullish(), group_id: z.number().nullish() }),
);

const protectedBranch = z.object({
  name: z.string(),
  push_access_levels: accessLevels.optional(),
  merge_access_levels: accessLevels.optional(),
  allow_force_push: z.boolean().optional(),
  code_owner_approval_required: z.boolean().optional(),
});

const variable = z.object({
  key: z.string(),
  protected: z.boolean().optional(),
  masked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  raw: z.boolean().optional(),
  environment_scope: z.string().optional(),
  variable_type: z.string().optional(),
});

const gitlab = z.object({
  project: z
    .object({
      path_with_namespace: z.string().optional(),
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
      ci_id_token_sub_claim_components: z.array(z.string()).optional(),
      allow_merge_on_skipped_pipeline: z.boolean().nullish(),
      protect_merge_request_pipelines: z.boolean().optional(),
      allow_pipeline_trigger_approve_deployment: z.boolean().optional(),
    })
    .optional(),
  protected_branches: z.array(protectedBranch).optional(),
  protected_tags: z.array(z.object({ name: z.string(), create_access_levels: accessLevels.optional() })).optional(),
  protected_environments: z
    .array(
      z.object({
        name: z.string(),
        deploy_access_levels: accessLevels.optional(),
        required_approval_count: z.number().optional(),
        approval_rules: z.array(z.object({ required_approvals: z.number().optional() })).optional(),
      }),
    )
    .optional(),
  approvals: z
    .object({
      approvals_before_merge: z.number().optional(),
      merge_requests_author_approval: z.boolean().optional(),
      merge_requests_disable_committers_approval: z.boolean().optional(),
      reset_approvals_on_push: z.boolean().optional(),
      disable_overriding_approvers_per_merge_request: z.boolean().optional(),
    })
    .optional(),
  push_rule: z
    .object({ reject_unsigned_commits: z.boolean().nullish(), prevent_secrets: z.boolean().nullish() })
    .optional(),
  variables: z.array(variable).optional(),
  runners: z
    .array(
      z.object({
        tag_list: z.array(z.string()).optional(),
        access_level: z.string().optional(),
        is_shared: z.boolean().optional(),
        run_untagged: z.boolean().optional(),
      }),
    )
    .optional(),
});

const github = z.object({
  repository: z
    .object({
      full_name: z.string().optional(),
      visibility: z.string().optional(),
      default_branch: z.string().optional(),
    })
    .optional(),
  rules: z
    .array(z.object({ type: z.string(), parameters: z.record(z.string(), z.json()).optional() }))
    .optional()
    .meta({ description: 'GET /repos/{owner}/{repo}/rules/branches/{branch} of the default branch.' }),
  workflow_permissions: z
    .object({
      default_workflow_permissions: z.enum(['read', 'write']).optional(),
      can_approve_pull_request_reviews: z.boolean().optional(),
    })
    .optional(),
  actions_permissions: z
    .object({ allowed_actions: z.string().optional(), sha_pinning_required: z.boolean().optional() })
    .optional(),
  fork_approval: z.object({ approval_policy: z.string() }).optional(),
  environments: z
    .array(
      z.object({
        name: z.string(),
        protection_rules: z
          .array(z.object({ type: z.string(), prevent_self_review: z.boolean().optional() }))
          .optional(),
      }),
    )
    .optional(),
});

/**
 * What the platform knows and the repository does not, as its REST API gives it; values of variables are never part of
 * it. Keys that are not used are ignored, so that answers of the API can be kept as they are.
 */
export const factsSchema = z.object({ version: z.literal(1), gitlab: gitlab.optional(), github: github.optional() });

export type FactsData = z.infer<typeof factsSchema>;
export type GitlabFacts = NonNullable<FactsData['gitlab']>;
export type GithubFacts = NonNullable<FactsData['github']>;
