import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { allowsDevelopers } from '../../facts/protected-ref.ts';
import { withGithub, withGitlab } from './settings-example.ts';

export const scmProtectedInMr: PipelineRule = {
  id: 'pipeline/scm-protected-in-mr',
  title: 'Unreviewed code gets protected resources',
  severity: 'medium',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-4'],
  why: 'What is kept for protected branches and for production is given to code that nobody has looked at yet.',
  fix: 'Keep protected variables and runners out of merge request pipelines; let only protected branches deploy to an environment that has secrets.',
  dialects: ['gitlab', 'github'],
  bad: [
    withGitlab({
      project: { protect_merge_request_pipelines: true },
      protected_branches: [
        { name: 'main', push_access_levels: [{ access_level: 40 }] },
        { name: 'feature/*', push_access_levels: [{ access_level: 30 }] },
      ],
    }),
    withGitlab({
      project: { protect_merge_request_pipelines: true },
      protected_branches: [{ name: '*', push_access_levels: [{ access_level: 30 }] }],
    }),
    withGithub({ environments: [{ name: 'production', secrets: ['DEPLOY_KEY'] }] }),
    withGithub({
      environments: [
        {
          name: 'production',
          secrets: ['A', 'B'],
          deployment_branch_policy: null,
          protection_rules: [{ type: 'wait_timer' }],
        },
      ],
    }),
  ],
  good: [
    withGitlab({ project: { protect_merge_request_pipelines: false } }),
    withGitlab({
      project: { protect_merge_request_pipelines: true },
      protected_branches: [{ name: 'main', push_access_levels: [{ access_level: 40 }] }],
    }),
    withGitlab({ project: { protect_merge_request_pipelines: true } }),
    withGithub({
      environments: [{ name: 'production', secrets: ['A'], deployment_branch_policy: { protected_branches: true } }],
    }),
    withGithub({
      environments: [{ name: 'production', secrets: ['A'], protection_rules: [{ type: 'required_reviewers' }] }],
    }),
    withGithub({ environments: [{ name: 'review', secrets: [] }] }),
  ],
  checks: {
    repository: askSettings('whether merge requests get what is protected', {
      gitlab: {
        needs: ['project.protect_merge_request_pipelines', 'protected_branches'],
        judge({ project, protected_branches: branches }, all) {
          const given = project?.protect_merge_request_pipelines;
          if (given === false) return [];
          // It is given where both branches are protected: the question is whose code is on such a branch.
          if (given === undefined || !branches) return undefined;
          return branches.flatMap(({ name, push_access_levels: levels }, index) =>
            allowsDevelopers(levels)
              ? [
                  {
                    at: all.at('gitlab', 'protected_branches', index),
                    message: `developers push to ${name}, and its merge requests get protected variables and runners`,
                  },
                ]
              : [],
          );
        },
      },
      github: {
        needs: ['environments'],
        judge: ({ environments }, all) =>
          environments?.flatMap(
            ({ name, secrets = [], deployment_branch_policy: policy, protection_rules: rules }, index) => {
              const isGuarded = !!policy || rules?.some(({ type }) => type === 'required_reviewers');
              const message = `every branch may deploy to ${name} and so gets its secrets (${secrets.length})`;
              return isGuarded || secrets.length === 0
                ? []
                : [{ at: all.at('github', 'environments', index), message }];
            },
          ),
      },
    }),
  },
};
