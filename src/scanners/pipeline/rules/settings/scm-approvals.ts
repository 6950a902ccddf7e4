import { askSettings } from '../../facts/ask.ts';
import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { PipelineRule } from '../../rule.ts';
import { branchFacts, branchPlace, githubBranch } from '../../facts/github-branch.ts';
import { covers } from '../../facts/protected-ref.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const scmApprovals: PipelineRule = {
  id: 'pipeline/scm-approvals',
  title: 'Changes need no approval',
  severity: 'high',
  confidence: 'high',
  cwe: [862],
  tags: ['CICD-SEC-1', 'CIS-1.1.3', 'SSDF-PW.7'],
  why: 'One stolen account, or one careless minute, is enough to change what is released.',
  fix: 'Require at least one approval of somebody else before a merge.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform(
      'resource "github_branch_protection" "x" {\n  required_pull_request_reviews {\n    required_approving_review_count = 0\n  }\n}\n',
    ),
    withGitlab({ approvals: { approvals_before_merge: 0 }, approval_rules: [] }),
    withGitlab({
      project: { default_branch: 'main' },
      approval_rules: [{ approvals_required: 2, protected_branches: [{ name: 'release' }] }],
    }),
    withGithub({
      rules: [{ type: 'pull_request', parameters: { required_approving_review_count: 0 } }],
      branch_protection: null,
    }),
    withGithub({
      rules: [],
      branch_protection: { required_pull_request_reviews: { required_approving_review_count: 0 } },
    }),
  ],
  good: [
    withTerraform(
      'resource "github_branch_protection" "x" {\n  required_pull_request_reviews {\n    required_approving_review_count = 2\n  }\n}\n',
    ),
    withGitlab({ approvals: { approvals_before_merge: 1 } }),
    withGitlab({
      approvals: { approvals_before_merge: 0 },
      approval_rules: [{ approvals_required: 1, protected_branches: [] }],
    }),
    withGitlab({ approvals: { approvals_before_merge: 0 } }),
    withGithub({ rules: [{ type: 'pull_request', parameters: { required_approving_review_count: 1 } }] }),
    withGithub({
      rules: [],
      branch_protection: { required_pull_request_reviews: { required_approving_review_count: 2 } },
    }),
  ],
  checks: {
    repository: askSettings('how many approvals a merge needs', {
      managed: [
        {
          resources: ['github_branch_protection'],
          attribute: 'required_pull_request_reviews.required_approving_review_count',
          wrong: [0],
          message: 'a pull request can be merged without any approving review',
        },
      ],
      gitlab: {
        needs: ['approval_rules'],
        judge(facts, all) {
          if ((facts.approvals?.approvals_before_merge ?? 0) > 0) return [];
          // Rules took the place of the one number (GitLab 12.3).
          if (!facts.approval_rules) return undefined;
          const isNeeded = facts.approval_rules.some(
            (rule) => rule.approvals_required > 0 && isForDefault(rule, facts),
          );
          const at = all.at('gitlab', 'approval_rules');
          return isNeeded ? [] : [{ at, message: 'a merge request can be merged without any approval' }];
        },
      },
      github: {
        needs: branchFacts,
        judge(facts, all) {
          const { needsApproval } = githubBranch(facts);
          if (needsApproval === undefined) return undefined;
          const message = 'a pull request can be merged without any approving review';
          return needsApproval ? [] : [{ at: branchPlace(facts, all), message }];
        },
      },
    }),
  },
};

type ApprovalRule = NonNullable<GitlabFacts['approval_rules']>[number];

/** A rule without branches holds for all of them. */
function isForDefault({ protected_branches: branches = [] }: ApprovalRule, { project }: GitlabFacts): boolean {
  const branch = project?.default_branch;
  return branches.length === 0 || branch === undefined || branches.some(({ name }) => covers(name, branch));
}
