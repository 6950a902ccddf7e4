import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { judgeSecrets, secretKey } from './secret-variables.ts';
import { withGitlab, withTerraform } from './settings-example.ts';

export const variableUnprotected: PipelineRule = {
  id: 'pipeline/variable-unprotected',
  title: 'Secret variable reaches every branch',
  severity: 'high',
  confidence: 'high',
  cwe: [522, 668],
  tags: ['CICD-SEC-6', 'CICD-SEC-2'],
  why: 'Whoever can push any branch can read it: a job that prints it is enough.',
  fix: 'Mark the variable as protected, so that only protected branches and tags get it.',
  dialects: ['gitlab'],
  bad: [
    withTerraform('resource "gitlab_project_variable" "x" {\n  key = "DEPLOY_TOKEN"\n  protected = false\n}\n'),
    withTerraform('resource "gitlab_group_variable" "x" {\n  key = "DB_PASSWORD"\n  protected = false\n}\n'),
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', protected: false, masked: true }] }),
    withGitlab({ variables: [{ key: 'AWS_SECRET_ACCESS_KEY', protected: false }] }),
    withGitlab({ variables: [], group_variables: [{ key: 'NPM_TOKEN', group: 'shop', protected: false }] }),
  ],
  good: [
    withTerraform('resource "gitlab_project_variable" "x" {\n  key = "DEPLOY_TOKEN"\n  protected = true\n}\n'),
    withTerraform('resource "gitlab_project_variable" "x" {\n  key = "REGION"\n  protected = false\n}\n'),
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', protected: true }] }),
    withGitlab({ variables: [{ key: 'NODE_ENV', protected: false }] }),
  ],
  checks: {
    repository: askSettings('which variables are protected', {
      managed: [
        {
          resources: ['gitlab_project_variable', 'gitlab_group_variable'],
          attribute: 'protected',
          wrong: [false],
          message: 'is there on every branch',
          where: secretKey,
        },
      ],
      gitlab: {
        needs: ['variables', 'group_variables'],
        judge: (facts, all) =>
          judgeSecrets(facts, all, ({ protected: isProtected }) =>
            isProtected === false ? 'is there on every branch' : undefined,
          ),
      },
    }),
  },
};
