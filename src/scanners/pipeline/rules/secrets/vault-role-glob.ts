import { reportGrant } from '../../trust/report-grant.ts';
import type { PipelineRule } from '../../rule.ts';

const role = (claims: string, type = 'glob') => ({
  path: 'vault.tf',
  code: `resource "vault_jwt_auth_backend_role" "deploy" {
  role_name         = "deploy"
  role_type         = "jwt"
  user_claim        = "user_email"
  bound_audiences   = ["https://vault.example.org"]
  bound_claims_type = "${type}"
  bound_claims = {
    ${claims}
  }
}
`,
});

export const vaultRoleGlob: PipelineRule = {
  id: 'pipeline/vault-role-glob',
  title: 'Role of Vault takes tokens by a pattern',
  severity: 'high',
  confidence: 'high',
  cwe: [863, 287],
  tags: ['CICD-SEC-2', 'CICD-SEC-6'],
  why: 'In the bound claims of a role a `*` stands for any text, slashes included. A pattern over projects or refs lets in every project that is made in the group and every branch that somebody pushes.',
  fix: 'Bind the project by its full path or id and the ref by its name or `ref_protected`, with `bound_claims_type` `string`; list several values instead of a pattern.',
  dialects: ['gitlab', 'github'],
  bad: [
    role('project_path  = "group/*"\n    ref_protected = "true"'),
    role('project_path = "group/project"\n    ref          = "*"'),
    role('sub = "project_path:group/project:ref_type:branch:ref:*"'),
    role('sub = "repo:octo-org/*:ref:refs/heads/main"'),
    role('repository = "octo-org/octo-repo"\n    ref        = "refs/heads/*"'),
  ],
  good: [
    role('project_path  = "group/project"\n    ref_protected = "true"', 'string'),
    role('project_path = "group/project"\n    ref          = "main"\n    ref_type     = "branch"'),
    role('project_path = "group/project"\n    ref          = "release-*"\n    ref_protected = "true"'),
    role('sub = "repo:octo-org/octo-repo:ref:refs/heads/main"'),
    role('repository = "octo-org/octo-repo"\n    ref        = "refs/heads/main"'),
  ],
  checks: {
    *grant(grant, pipelines, audit) {
      if (grant.globs === true) yield* reportGrant(grant, pipelines, audit);
    },
  },
};
