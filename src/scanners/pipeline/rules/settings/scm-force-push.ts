import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { branchFacts, branchPlace, githubBranch } from '../../facts/github-branch.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const scmForcePush: PipelineRule = {
  id: 'pipeline/scm-force-push',
  title: 'History of a protected branch can be rewritten',
  severity: 'high',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-1', 'CIS-1.1.16'],
  why: 'Who rewrites history removes the evidence of what was built and can put a reviewed commit aside.',
  fix: 'Forbid force pushes on every protected branch.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform('resource "gitlab_branch_protection" "x" {\n  branch = "main"\n  allow_force_push = true\n}\n'),
    withTerraform('resource "github_branch_protection" "x" {\n  pattern = "main"\n  allows_force_pushes = true\n}\n'),
    withGitlab({ protected_branches: [{ name: 'main', allow_force_push: true }] }),
    withGitlab({
      protected_branches: [
        { name: 'main', allow_force_push: false },
        { name: 'release/*', allow_force_push: true },
      ],
    }),
    withGithub({ rules: [{ type: 'pull_request' }], branch_protection: null }),
    withGithub({ rules: [], branch_protection: { allow_force_pushes: { enabled: true } } }),
  ],
  good: [
    withTerraform('resource "gitlab_branch_protection" "x" {\n  branch = "main"\n  allow_force_push = false\n}\n'),
    withTerraform(
      'resource "github_branch_protection" "x" {\n  pattern = "main"\n  allows_force_pushes = var.force\n}\n',
    ),
    withGitlab({ protected_branches: [{ name: 'main', allow_force_push: false }] }),
    withGitlab({ protected_branches: [] }),
    withGithub({ rules: [{ type: 'non_fast_forward' }] }),
    withGithub({ rules: [], branch_protection: { allow_force_pushes: { enabled: false } } }),
  ],
  checks: {
    repository: askSettings('whether branches can be force-pushed', {
      managed: [
        {
          resources: ['gitlab_branch_protection'],
          attribute: 'allow_force_push',
          wrong: [true],
          message: 'the branch can be force-pushed',
        },
        {
          resources: ['github_branch_protection'],
          attribute: 'allows_force_pushes',
          wrong: [true],
          message: 'the branch can be force-pushed',
        },
      ],
      gitlab: {
        needs: ['protected_branches'],
        judge: (facts, all) =>
          facts.protected_branches?.flatMap(({ name, allow_force_push: allowed }, index) =>
            allowed === true
              ? [{ at: all.at('gitlab', 'protected_branches', index), message: `${name} can be force-pushed` }]
              : [],
          ),
      },
      github: {
        needs: branchFacts,
        judge(facts, all) {
          const { blocksForcePush } = githubBranch(facts);
          if (blocksForcePush === undefined) return undefined;
          const message = 'nothing blocks force pushes to the default branch';
          return blocksForcePush ? [] : [{ at: branchPlace(facts, all), message }];
        },
      },
    }),
  },
};
