import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { branchFacts, branchPlace, githubBranch } from '../../facts/github-branch.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const scmSignedCommits: PipelineRule = {
  id: 'pipeline/scm-signed-commits',
  title: 'Unsigned commits are accepted',
  severity: 'low',
  confidence: 'high',
  cwe: [345],
  tags: ['CICD-SEC-1', 'CIS-1.1.12', 'SLSA-source'],
  why: 'Author and committer of a commit are free text; only a signature tells who made it.',
  fix: 'Reject unsigned commits on protected branches.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform('resource "gitlab_project" "x" {\n  push_rules {\n    reject_unsigned_commits = false\n  }\n}\n'),
    withTerraform('resource "github_branch_protection" "x" {\n  require_signed_commits = false\n}\n'),
    withGitlab({ push_rule: { reject_unsigned_commits: false } }),
    withGitlab({ push_rule: null }),
    withGithub({ rules: [{ type: 'pull_request' }], branch_protection: null }),
    withGithub({ rules: [], branch_protection: { required_signatures: { enabled: false } } }),
  ],
  good: [
    withTerraform('resource "gitlab_project" "x" {\n  push_rules {\n    reject_unsigned_commits = true\n  }\n}\n'),
    withTerraform('resource "github_branch_protection" "x" {\n  require_signed_commits = true\n}\n'),
    withGitlab({ push_rule: { reject_unsigned_commits: true } }),
    withGitlab({}),
    withGithub({ rules: [{ type: 'required_signatures' }] }),
    withGithub({ rules: [], branch_protection: { required_signatures: { enabled: true } } }),
  ],
  checks: {
    repository: askSettings('whether commits must be signed', {
      managed: [
        {
          resources: ['gitlab_project'],
          attribute: 'push_rules.reject_unsigned_commits',
          wrong: [false],
          message: 'commits need no signature',
        },
        {
          resources: ['github_branch_protection'],
          attribute: 'require_signed_commits',
          wrong: [false],
          message: 'commits need no signature',
        },
      ],
      gitlab: {
        needs: ['push_rule'],
        judge({ push_rule: rule }, all) {
          if (rule === undefined) return undefined;
          return rule?.reject_unsigned_commits === true
            ? []
            : [{ at: all.at('gitlab', 'push_rule'), message: 'commits need no signature' }];
        },
      },
      github: {
        needs: branchFacts,
        judge(facts, all) {
          const { needsSignatures } = githubBranch(facts);
          if (needsSignatures === undefined) return undefined;
          return needsSignatures ? [] : [{ at: branchPlace(facts, all), message: 'commits need no signature' }];
        },
      },
    }),
  },
};
