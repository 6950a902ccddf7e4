import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { branchFacts, branchPlace, githubBranch } from '../../facts/github-branch.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const scmSelfApprove: PipelineRule = {
  id: 'pipeline/scm-self-approve',
  title: 'Authors can approve their own changes',
  severity: 'high',
  confidence: 'high',
  cwe: [862],
  tags: ['CICD-SEC-1'],
  why: 'An approval by the author, or by whoever added a commit, is no second pair of eyes.',
  fix: 'Prevent approval by authors and by everybody who added commits.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform('resource "gitlab_project_level_mr_approvals" "x" {\n  merge_requests_author_approval = true\n}\n'),
    withTerraform(
      'resource "github_branch_protection" "x" {\n  required_pull_request_reviews {\n    require_last_push_approval = false\n  }\n}\n',
    ),
    withGitlab({ approvals: { merge_requests_author_approval: true } }),
    withGitlab({
      approvals: { merge_requests_author_approval: false, merge_requests_disable_committers_approval: false },
    }),
    withGithub({
      rules: [
        { type: 'pull_request', parameters: { required_approving_review_count: 1, require_last_push_approval: false } },
      ],
      branch_protection: null,
    }),
    withGithub({
      rules: [],
      branch_protection: { required_pull_request_reviews: { required_approving_review_count: 1 } },
    }),
  ],
  good: [
    withTerraform('resource "gitlab_project_level_mr_approvals" "x" {\n  merge_requests_author_approval = false\n}\n'),
    withTerraform(
      'resource "github_branch_protection" "x" {\n  required_pull_request_reviews {\n    require_last_push_approval = true\n  }\n}\n',
    ),
    withGitlab({
      approvals: { merge_requests_author_approval: false, merge_requests_disable_committers_approval: true },
    }),
    withGitlab({ approvals: {} }),
    withGithub({
      rules: [
        { type: 'pull_request', parameters: { required_approving_review_count: 1, require_last_push_approval: true } },
      ],
    }),
    withGithub({
      rules: [{ type: 'pull_request', parameters: { required_approving_review_count: 0 } }],
      branch_protection: null,
    }),
  ],
  checks: {
    repository: askSettings('whether authors may approve', {
      managed: [
        {
          resources: ['gitlab_project_level_mr_approvals'],
          attribute: 'merge_requests_author_approval',
          wrong: [true],
          message: 'authors may approve their own merge requests',
        },
        {
          resources: ['gitlab_project_level_mr_approvals'],
          attribute: 'merge_requests_disable_committers_approval',
          wrong: [false],
          message: 'who adds commits to a merge request may approve it',
        },
        {
          resources: ['github_branch_protection'],
          attribute: 'required_pull_request_reviews.require_last_push_approval',
          wrong: [false],
          message: 'who pushed last may approve their own push',
        },
      ],
      gitlab: {
        needs: ['approvals'],
        judge({ approvals }, all) {
          const { merge_requests_author_approval: author, merge_requests_disable_committers_approval: committers } =
            approvals ?? {};
          if (author === undefined && committers === undefined) return undefined;
          const at = all.at('gitlab', 'approvals');
          return [
            ...(author === true
              ? [{ at, message: 'authors may approve their own merge requests', subject: 'author' }]
              : []),
            ...(committers === false
              ? [{ at, message: 'who adds commits to a merge request may approve it', subject: 'committer' }]
              : []),
          ];
        },
      },
      github: {
        needs: branchFacts,
        judge(facts, all) {
          const { needsApproval, needsApprovalOfLastPush: ofLastPush } = githubBranch(facts);
          // Where nobody must approve, that is what is wrong.
          if (needsApproval === false || ofLastPush === true) return [];
          if (needsApproval === undefined || ofLastPush === undefined) return undefined;
          return [{ at: branchPlace(facts, all), message: 'who pushed last may approve their own push' }];
        },
      },
    }),
  },
};
