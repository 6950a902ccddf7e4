import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { withGithub, withGitlab } from './settings-example.ts';

export const scmForkPipelines: PipelineRule = {
  id: 'pipeline/scm-fork-pipelines',
  title: 'Code of forks runs with the rights of the project',
  severity: 'high',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-4'],
  why: 'The definition comes from the fork, and the pipeline runs on the runners of the project with its unprotected variables and the token of the member who starts it.',
  fix: 'Do not run pipelines of forks in the parent project; on GitHub let maintainers approve workflows of all outside contributors.',
  dialects: ['gitlab', 'github'],
  bad: [
    withGitlab({ project: { ci_allow_fork_pipelines_to_run_in_parent_project: true } }),
    withGitlab({ project: { ci_allow_fork_pipelines_to_run_in_parent_project: true, visibility: 'public' } }),
    withGithub({ fork_approval: { approval_policy: 'first_time_contributors_new_to_github' } }),
    withGithub({ fork_workflows: { run_workflows_from_fork_pull_requests: true, send_secrets_and_variables: true } }),
  ],
  good: [
    withGitlab({ project: { ci_allow_fork_pipelines_to_run_in_parent_project: false } }),
    withGitlab({ project: { visibility: 'public' } }),
    withGithub({ fork_approval: { approval_policy: 'all_external_contributors' } }),
    withGithub({ fork_workflows: { run_workflows_from_fork_pull_requests: false, send_secrets_and_variables: true } }),
  ],
  checks: {
    repository: askSettings('whether pipelines of forks run here', {
      gitlab: {
        needs: ['project.ci_allow_fork_pipelines_to_run_in_parent_project'],
        judge({ project }, all) {
          const allowed = project?.ci_allow_fork_pipelines_to_run_in_parent_project;
          if (allowed === undefined) return undefined;
          const at = all.at('gitlab', 'project', 'ci_allow_fork_pipelines_to_run_in_parent_project');
          return allowed ? [{ at, message: 'merge requests of forks can be run in this project' }] : [];
        },
      },
      github: {
        needs: ['fork_approval', 'fork_workflows'],
        judge({ fork_approval: approval, fork_workflows: workflows }, all) {
          if (!approval && !workflows) return undefined;
          const policy = approval?.approval_policy ?? 'all_external_contributors';
          const runs = workflows?.run_workflows_from_fork_pull_requests === true;
          return [
            ...(policy === 'all_external_contributors'
              ? []
              : [
                  {
                    at: all.at('github', 'fork_approval'),
                    message: `pull requests of outsiders start workflows after one contribution (${policy})`,
                  },
                ]),
            ...(runs && workflows.send_secrets_and_variables === true
              ? [
                  {
                    at: all.at('github', 'fork_workflows', 'send_secrets_and_variables'),
                    message: 'workflows of forks get the secrets of this repository',
                  },
                ]
              : []),
            ...(runs && workflows.send_write_tokens_to_workflows === true
              ? [
                  {
                    at: all.at('github', 'fork_workflows', 'send_write_tokens_to_workflows'),
                    message: 'workflows of forks get a token that can write',
                  },
                ]
              : []),
          ];
        },
      },
    }),
  },
};
