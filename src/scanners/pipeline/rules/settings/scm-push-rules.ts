import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { withGithub, withGitlab } from './settings-example.ts';

export const scmPushRules: PipelineRule = {
  id: 'pipeline/scm-push-rules',
  title: 'Pushes are not checked',
  severity: 'low',
  confidence: 'high',
  cwe: [345, 540],
  tags: ['CICD-SEC-1', 'CICD-SEC-6', 'CIS-1.5.1', 'SSDF-PS.1'],
  why: 'What a push brings stays in the history: a secret, a commit in the name of somebody else. It is refused before, or it is there.',
  fix: 'Let the platform refuse pushes with secrets and with committers that are not the user who pushes.',
  dialects: ['gitlab', 'github'],
  bad: [
    withGitlab({ push_rule: null }),
    withGitlab({ push_rule: { prevent_secrets: true, commit_committer_check: null, member_check: false } }),
    withGithub({ repository: { security_and_analysis: { secret_scanning_push_protection: { status: 'disabled' } } } }),
    withGithub({
      repository: {
        visibility: 'public',
        security_and_analysis: { secret_scanning_push_protection: { status: 'disabled' } },
      },
    }),
  ],
  good: [
    withGitlab({ push_rule: { prevent_secrets: true, commit_committer_check: true } }),
    withGitlab({ unknown: { push_rule: '404: it is not there, or the token may not see it' } }),
    withGithub({ repository: { security_and_analysis: { secret_scanning_push_protection: { status: 'enabled' } } } }),
    withGithub({ repository: { visibility: 'public' } }),
  ],
  checks: {
    repository: askSettings('what is refused when it is pushed', {
      gitlab: {
        needs: ['push_rule'],
        judge({ push_rule: rule }, all) {
          if (rule === undefined) return undefined;
          const at = all.at('gitlab', 'push_rule');
          const knowsCommitters = rule?.commit_committer_check === true || rule?.member_check === true;
          return [
            ...(rule?.prevent_secrets === true
              ? []
              : [{ at, message: 'files that are likely to be secrets can be pushed', subject: 'secrets' }]),
            ...(knowsCommitters
              ? []
              : [{ at, message: 'commits in the name of anybody can be pushed', subject: 'committers' }]),
          ];
        },
      },
      github: {
        needs: ['repository.security_and_analysis'],
        judge({ repository }, all) {
          const status = repository?.security_and_analysis?.secret_scanning_push_protection?.status;
          if (status === undefined) return undefined;
          const at = all.at('github', 'repository', 'security_and_analysis');
          return status === 'enabled' ? [] : [{ at, message: 'secrets can be pushed: push protection is off' }];
        },
      },
    }),
  },
};
