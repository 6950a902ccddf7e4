/** What GitHub's REST API answers about one repository, in the shapes that its documentation gives. */
export const githubAnswers: Readonly<Record<string, unknown>> = {
  '/repos/shop/web': {
    id: 1,
    full_name: 'shop/web',
    private: false,
    visibility: 'public',
    default_branch: 'main',
    allow_forking: true,
    owner: { login: 'shop', type: 'Organization' },
    temp_clone_token: 'not-for-the-file',
  },
  '/repos/shop/web/rules/branches/main': [
    { type: 'non_fast_forward', ruleset_source_type: 'Repository', ruleset_source: 'shop/web', ruleset_id: 42 },
    {
      type: 'pull_request',
      ruleset_id: 42,
      parameters: {
        required_approving_review_count: 1,
        dismiss_stale_reviews_on_push: true,
        require_code_owner_review: false,
        require_last_push_approval: true,
        required_review_thread_resolution: false,
      },
    },
  ],
  '/repos/shop/web/rulesets': [
    { id: 42, name: 'main', target: 'branch', source_type: 'Repository', source: 'shop/web', enforcement: 'active' },
    { id: 43, name: 'trial', target: 'tag', source_type: 'Repository', source: 'shop/web', enforcement: 'evaluate' },
  ],
  '/repos/shop/web/rulesets/42': {
    id: 42,
    name: 'main',
    target: 'branch',
    enforcement: 'active',
    bypass_actors: [{ actor_id: null, actor_type: 'OrganizationAdmin', bypass_mode: 'always' }],
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [{ type: 'non_fast_forward' }, { type: 'pull_request', parameters: { required_approving_review_count: 1 } }],
  },
  '/repos/shop/web/environments': {
    total_count: 1,
    environments: [
      {
        id: 1,
        name: 'production',
        protection_rules: [
          { id: 1, type: 'required_reviewers', prevent_self_review: true, reviewers: [{ type: 'Team' }] },
          { id: 2, type: 'branch_policy' },
        ],
        deployment_branch_policy: { protected_branches: true, custom_branch_policies: false },
      },
    ],
  },
  '/repos/shop/web/environments/production/secrets': {
    total_count: 1,
    secrets: [{ name: 'DEPLOY_KEY', created_at: '2025-01-01T00:00:00Z', updated_at: '2025-01-01T00:00:00Z' }],
  },
  '/repos/shop/web/actions/permissions': { enabled: true, allowed_actions: 'selected', sha_pinning_required: true },
  '/repos/shop/web/actions/permissions/selected-actions': {
    github_owned_allowed: true,
    verified_allowed: false,
    patterns_allowed: ['shop/*'],
  },
  '/repos/shop/web/actions/permissions/workflow': {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false,
  },
  '/repos/shop/web/actions/permissions/fork-pr-contributor-approval': { approval_policy: 'first_time_contributors' },
  '/repos/shop/web/actions/oidc/customization/sub': { use_default: true },
  '/repos/shop/web/actions/secrets': { total_count: 1, secrets: [{ name: 'NPM_TOKEN', created_at: '' }] },
  '/repos/shop/web/actions/organization-secrets': { total_count: 0, secrets: [] },
  '/repos/shop/web/actions/variables': {
    total_count: 1,
    variables: [{ name: 'REGION', value: 'the-value-of-a-variable', created_at: '', updated_at: '' }],
  },
  '/orgs/shop': { login: 'shop', id: 1, two_factor_requirement_enabled: true, billing_email: 'not-for-the-file' },
};
