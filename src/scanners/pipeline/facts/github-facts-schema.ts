import { z } from 'zod';

const enabled = z.object({ enabled: z.boolean().optional() }).optional();

/** Parameters of the rule `pull_request`; other rules have others, which are not needed. */
const parameters = z.object({
  required_approving_review_count: z.number().optional(),
  dismiss_stale_reviews_on_push: z.boolean().optional(),
  require_last_push_approval: z.boolean().optional(),
  require_code_owner_review: z.boolean().optional(),
});

const branchProtection = z.object({
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.number().optional(),
      dismiss_stale_reviews: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      require_code_owner_reviews: z.boolean().optional(),
    })
    .optional(),
  enforce_admins: enabled,
  allow_force_pushes: enabled,
  required_signatures: enabled,
});

const ruleset = z.object({
  name: z.string(),
  target: z.string().optional(),
  enforcement: z.string().optional(),
  conditions: z
    .object({
      ref_name: z
        .object({ include: z.array(z.string()).optional(), exclude: z.array(z.string()).optional() })
        .optional(),
    })
    .optional(),
  rules: z.array(z.object({ type: z.string() })).optional(),
});

const environment = z.object({
  name: z.string(),
  protection_rules: z.array(z.object({ type: z.string(), prevent_self_review: z.boolean().optional() })).optional(),
  deployment_branch_policy: z
    .object({ protected_branches: z.boolean().optional(), custom_branch_policies: z.boolean().optional() })
    .nullish(),
  secrets: z.array(z.string()).optional().meta({ description: 'Names of its secrets.' }),
});

const names = z.array(z.object({ name: z.string() }));

/** Settings of a GitHub repository, by the names of its REST API. */
export const githubFacts = z.object({
  repository: z
    .object({
      full_name: z.string().optional(),
      visibility: z.string().optional(),
      default_branch: z.string().optional(),
      allow_forking: z.boolean().optional(),
      owner: z.object({ type: z.string().optional() }).optional().meta({ description: 'Organization or User.' }),
      security_and_analysis: z
        .object({ secret_scanning_push_protection: z.object({ status: z.string().optional() }).optional() })
        .optional(),
    })
    .optional(),
  rules: z
    .array(z.object({ type: z.string(), parameters: parameters.optional() }))
    .optional()
    .meta({ description: 'Rules of rulesets that are in force on the default branch.' }),
  branch_protection: branchProtection
    .nullish()
    .meta({ description: 'Classic protection of the default branch; null: there is none.' }),
  rulesets: z.array(ruleset).optional(),
  environments: z.array(environment).optional(),
  workflow_permissions: z
    .object({
      default_workflow_permissions: z.enum(['read', 'write']).optional(),
      can_approve_pull_request_reviews: z.boolean().optional(),
    })
    .optional(),
  actions_permissions: z
    .object({ allowed_actions: z.string().optional(), sha_pinning_required: z.boolean().optional() })
    .optional(),
  selected_actions: z
    .object({
      github_owned_allowed: z.boolean().optional(),
      verified_allowed: z.boolean().optional(),
      patterns_allowed: z.array(z.string()).optional(),
    })
    .optional(),
  fork_approval: z.object({ approval_policy: z.string() }).optional(),
  fork_workflows: z
    .object({
      run_workflows_from_fork_pull_requests: z.boolean().optional(),
      send_write_tokens_to_workflows: z.boolean().optional(),
      send_secrets_and_variables: z.boolean().optional(),
      require_approval_for_fork_pr_workflows: z.boolean().optional(),
    })
    .optional()
    .meta({ description: 'Of private repositories: what workflows of forks get.' }),
  oidc_subject: z
    .object({ use_default: z.boolean().optional(), include_claim_keys: z.array(z.string()).optional() })
    .optional(),
  secrets: names.optional(),
  organization_secrets: names.optional(),
  variables: names.optional(),
  organization: z.object({ two_factor_requirement_enabled: z.boolean().nullish() }).optional(),
  unknown: z.record(z.string(), z.string()).optional().meta({ description: 'What could not be read, and why.' }),
});

export type GithubFacts = z.infer<typeof githubFacts>;
