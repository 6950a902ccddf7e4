import { askSettings } from '../../facts/ask.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const scmJobToken: PipelineRule = {
  id: 'pipeline/scm-job-token',
  title: 'Token of every job reaches further than it must',
  severity: 'medium',
  confidence: 'high',
  cwe: [269],
  tags: ['CICD-SEC-5'],
  why: 'The token that every job holds by itself can write, or other projects accept it, so that any job is a way in.',
  fix: 'Keep the allowlist of the job token on and short, do not let it push; on GitHub make read the default and forbid approvals by workflows.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform('resource "gitlab_project" "x" {\n  ci_push_repository_for_job_token_allowed = true\n}\n'),
    withTerraform(
      'resource "github_workflow_repository_permissions" "x" {\n  default_workflow_permissions = "write"\n}\n',
    ),
    withGitlab({ project: { ci_job_token_scope_enabled: false } }),
    withGitlab({ job_token_scope: { inbound_enabled: true }, job_token_groups_allowlist: [{ name: 'shop' }] }),
    withGitlab({ project: { ci_push_repository_for_job_token_allowed: true } }),
    withGithub({ workflow_permissions: { default_workflow_permissions: 'write' } }),
    withGithub({ organization: { two_factor_requirement_enabled: false } }),
  ],
  good: [
    withTerraform('resource "gitlab_project" "x" {\n  ci_push_repository_for_job_token_allowed = false\n}\n'),
    withTerraform(
      'resource "github_workflow_repository_permissions" "x" {\n  default_workflow_permissions = "read"\n}\n',
    ),
    withGitlab({ project: { ci_job_token_scope_enabled: true, ci_push_repository_for_job_token_allowed: false } }),
    withGitlab({ job_token_scope: { inbound_enabled: true }, job_token_groups_allowlist: [] }),
    withGithub({
      workflow_permissions: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
    }),
    withGithub({
      actions_permissions: { allowed_actions: 'all', sha_pinning_required: true },
      organization: { two_factor_requirement_enabled: true },
    }),
  ],
  checks: {
    repository: askSettings('what the token of a job may do', {
      managed: [
        {
          resources: ['gitlab_project'],
          attribute: 'ci_push_repository_for_job_token_allowed',
          wrong: [true],
          message: 'every job can push to the repository',
        },
        {
          resources: ['github_workflow_repository_permissions'],
          attribute: 'default_workflow_permissions',
          wrong: ['write'],
          message: 'workflows that say nothing get a token that can write everything',
        },
        {
          resources: ['github_workflow_repository_permissions'],
          attribute: 'can_approve_pull_request_reviews',
          wrong: [true],
          message: 'a workflow can approve pull requests',
        },
      ],
      gitlab: {
        needs: ['job_token_scope', 'project.ci_push_repository_for_job_token_allowed'],
        judge(facts, all) {
          const { project, job_token_scope: scope, job_token_groups_allowlist: groups } = facts;
          const isLimited = scope?.inbound_enabled ?? project?.ci_job_token_scope_enabled;
          const pushes = project?.ci_push_repository_for_job_token_allowed;
          const place = scope
            ? (['gitlab', 'job_token_scope'] as const)
            : (['gitlab', 'project', 'ci_job_token_scope_enabled'] as const);
          const issues = [
            ...only(isLimited === false, all, place, 'job tokens of every project are accepted here'),
            ...(isLimited === false ? [] : (groups ?? [])).map(({ name }, index) => ({
              at: all.at('gitlab', 'job_token_groups_allowlist', index),
              message: `job tokens of every project of the group ${name} are accepted here`,
            })),
            ...only(
              pushes === true,
              all,
              ['gitlab', 'project', 'ci_push_repository_for_job_token_allowed'],
              'every job can push to the repository',
            ),
          ];
          const isKnown = isLimited !== undefined && pushes !== undefined;
          return issues.length > 0 || isKnown ? issues : undefined;
        },
      },
      github: {
        needs: ['workflow_permissions', 'actions_permissions', 'organization.two_factor_requirement_enabled'],
        judge(facts, all) {
          const { workflow_permissions: token, actions_permissions: actions, organization, repository } = facts;
          const secondFactor = organization?.two_factor_requirement_enabled;
          const isAnybody = actions?.allowed_actions === 'all' && actions.sha_pinning_required === false;
          const issues = [
            ...only(
              token?.default_workflow_permissions === 'write',
              all,
              ['github', 'workflow_permissions', 'default_workflow_permissions'],
              'workflows that say nothing get a token that can write everything',
            ),
            ...only(
              token?.can_approve_pull_request_reviews === true,
              all,
              ['github', 'workflow_permissions', 'can_approve_pull_request_reviews'],
              'a workflow can approve pull requests',
            ),
            ...only(
              isAnybody,
              all,
              ['github', 'actions_permissions'],
              'workflows may use any action, by any tag or branch',
            ),
            ...only(
              secondFactor === false,
              all,
              ['github', 'organization', 'two_factor_requirement_enabled'],
              'members of the organization need no second factor',
            ),
          ];
          const isKnown = token && actions && (typeof secondFactor === 'boolean' || repository?.owner?.type === 'User');
          return issues.length > 0 || isKnown ? issues : undefined;
        },
      },
    }),
  },
};

function only(
  holds: boolean,
  all: Facts,
  [platform, ...path]: readonly ['gitlab' | 'github', ...string[]],
  message: string,
): readonly Issue[] {
  return holds ? [{ at: all.at(platform, ...path), message }] : [];
}
