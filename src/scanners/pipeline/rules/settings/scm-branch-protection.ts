import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { branchFacts, branchPlace, githubBranch } from '../../facts/github-branch.ts';
import { allowsDevelopers, covers } from '../../facts/protected-ref.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const scmBranchProtection: PipelineRule = {
  id: 'pipeline/scm-branch-protection',
  title: 'Default branch is not protected',
  severity: 'high',
  confidence: 'high',
  cwe: [284, 862],
  tags: ['CICD-SEC-1', 'CIS-1.1.3', 'SLSA-source'],
  why: 'Anybody with push access changes what is released, the pipeline included, without a review.',
  fix: 'Protect the default branch: nobody pushes, maintainers merge, and a wildcard does not open it again.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform(
      'resource "gitlab_branch_protection" "x" {\n  branch = "main"\n  push_access_level = "developer"\n}\n',
    ),
    withGitlab({ project: { default_branch: 'main' }, protected_branches: [] }),
    withGitlab({
      project: { default_branch: 'main' },
      protected_branches: [{ name: 'ma*', push_access_levels: [{ access_level: 30 }] }],
    }),
    withGithub({ rules: [{ type: 'deletion' }], branch_protection: null }),
    withGithub({ rules: [], branch_protection: { allow_force_pushes: { enabled: false } } }),
  ],
  good: [
    withTerraform('resource "gitlab_branch_protection" "x" {\n  branch = "main"\n  push_access_level = "no one"\n}\n'),
    withGitlab({
      project: { default_branch: 'main' },
      protected_branches: [{ name: 'main', push_access_levels: [{ access_level: 0 }] }],
    }),
    withGitlab({
      project: { default_branch: 'main' },
      protected_branches: [{ name: 'ma*', push_access_levels: [{ access_level: 40 }] }],
    }),
    withGithub({ rules: [{ type: 'pull_request' }], branch_protection: null }),
    withGithub({ rules: [], branch_protection: { required_pull_request_reviews: {} } }),
    withGithub({ rules: [] }),
  ],
  checks: {
    repository: askSettings('which branches are protected', {
      managed: [
        {
          resources: ['gitlab_branch_protection'],
          attribute: 'push_access_level',
          wrong: ['developer'],
          message: 'developers may push without a merge request',
        },
      ],
      gitlab: {
        needs: ['protected_branches', 'project.default_branch'],
        judge(facts, all) {
          const branch = facts.project?.default_branch;
          if (!facts.protected_branches || branch === undefined) return undefined;
          const rules = facts.protected_branches.flatMap((rule, index) =>
            covers(rule.name, branch) ? [{ rule, at: all.at('gitlab', 'protected_branches', index) }] : [],
          );
          if (rules.length === 0) {
            const at = all.at('gitlab', 'protected_branches');
            return [{ at, message: `${branch} is not protected: anybody with push access can change it` }];
          }
          // Of several rules for a branch, the one that lets more in counts.
          return rules.flatMap(({ rule, at }) =>
            allowsDevelopers(rule.push_access_levels)
              ? [{ at, message: `developers may push to ${branch} without a merge request (rule ${rule.name})` }]
              : [],
          );
        },
      },
      github: {
        needs: branchFacts,
        judge(facts, all) {
          const { needsPullRequest } = githubBranch(facts);
          if (needsPullRequest === undefined) return undefined;
          const message = 'nothing asks for a pull request before the default branch changes';
          return needsPullRequest ? [] : [{ at: branchPlace(facts, all), message }];
        },
      },
    }),
  },
};
