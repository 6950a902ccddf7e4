import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { branchFacts, branchPlace, githubBranch } from '../../facts/github-branch.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const scmStaleApproval: PipelineRule = {
  id: 'pipeline/scm-stale-approval',
  title: 'Approvals outlive the change that they approved',
  severity: 'high',
  confidence: 'high',
  cwe: [862, 367],
  tags: ['CICD-SEC-1', 'CIS-1.1.4'],
  why: 'After the approval another commit can be added, and it is merged unseen.',
  fix: 'Remove approvals when commits are added, and do not let merge requests override their approval rules.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform('resource "gitlab_project_level_mr_approvals" "x" {\n  reset_approvals_on_push = false\n}\n'),
    withTerraform(
      'resource "github_branch_protection" "x" {\n  required_pull_request_reviews {\n    dismiss_stale_reviews = false\n  }\n}\n',
    ),
    withGitlab({ approvals: { reset_approvals_on_push: false } }),
    withGitlab({ approvals: { reset_approvals_on_push: true, disable_overriding_approvers_per_merge_request: false } }),
    withGithub({
      rules: [
        {
          type: 'pull_request',
          parameters: { required_approving_review_count: 1, dismiss_stale_reviews_on_push: false },
        },
      ],
      branch_protection: null,
    }),
    withGithub({ rules: [], branch_protection: { required_pull_request_reviews: { dismiss_stale_reviews: false } } }),
  ],
  good: [
    withTerraform('resource "gitlab_project_level_mr_approvals" "x" {\n  reset_approvals_on_push = true\n}\n'),
    withTerraform(
      'resource "github_branch_protection" "x" {\n  required_pull_request_reviews {\n    dismiss_stale_reviews = true\n  }\n}\n',
    ),
    withGitlab({ approvals: { reset_approvals_on_push: true, disable_overriding_approvers_per_merge_request: true } }),
    withGitlab({ approvals: { reset_approvals_on_push: false, selective_code_owner_removals: true } }),
    withGithub({
      rules: [
        {
          type: 'pull_request',
          parameters: { required_approving_review_count: 1, dismiss_stale_reviews_on_push: true },
        },
      ],
    }),
    withGithub({ rules: [], branch_protection: null }),
  ],
  checks: {
    repository: askSettings('whether approvals are reset by a push', {
      managed: [
        {
          resources: ['gitlab_project_level_mr_approvals'],
          attribute: 'reset_approvals_on_push',
          wrong: [false],
          message: 'approvals stay when commits are added',
        },
        {
          resources: ['gitlab_project_level_mr_approvals'],
          attribute: 'disable_overriding_approvers_per_merge_request',
          wrong: [false],
          message: 'a merge request may change its own approval rules',
        },
        {
          resources: ['github_branch_protection'],
          attribute: 'required_pull_request_reviews.dismiss_stale_reviews',
          wrong: [false],
          message: 'reviews stay when commits are added',
        },
      ],
      gitlab: {
        needs: ['approvals'],
        judge({ approvals }, all) {
          if (!approvals) return undefined;
          const at = all.at('gitlab', 'approvals');
          const stays = approvals.reset_approvals_on_push === false && approvals.selective_code_owner_removals !== true;
          return [
            ...(stays ? [{ at, message: 'approvals stay when commits are added', subject: 'reset' }] : []),
            ...(approvals.disable_overriding_approvers_per_merge_request === false
              ? [{ at, message: 'a merge request may change its own approval rules', subject: 'override' }]
              : []),
          ];
        },
      },
      github: {
        needs: branchFacts,
        judge(facts, all) {
          const { needsApproval, dismissesStaleReviews } = githubBranch(facts);
          // Where nobody must approve, that is what is wrong.
          if (needsApproval === false || dismissesStaleReviews === true) return [];
          if (needsApproval === undefined || dismissesStaleReviews === undefined) return undefined;
          return [{ at: branchPlace(facts, all), message: 'reviews stay when commits are added' }];
        },
      },
    }),
  },
};
