import { askSettings } from '../../facts/ask.ts';
import { isSecretName } from '../../taint/secret-names.ts';
import type { PipelineRule } from '../../rule.ts';
import { judgeSecrets, secretKey } from './secret-variables.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

export const variableUnmasked: PipelineRule = {
  id: 'pipeline/variable-unmasked',
  title: 'Secret variable is not masked in logs',
  severity: 'medium',
  confidence: 'high',
  cwe: [522, 532],
  tags: ['CICD-SEC-6', 'CICD-SEC-10'],
  why: 'Whatever prints it, a debug flag or an error message, writes it into a log that many can read.',
  fix: 'Mask the variable, better: hide it; a value that can not be masked is better a file or comes from a secrets manager.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform('resource "gitlab_project_variable" "x" {\n  key = "DEPLOY_TOKEN"\n  masked = false\n}\n'),
    withTerraform('resource "gitlab_group_variable" "x" {\n  key = "DB_PASSWORD"\n  masked = false\n}\n'),
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', protected: true, masked: false }] }),
    withGitlab({ variables: [], group_variables: [{ key: 'DB_PASSWORD', masked: false, variable_type: 'env_var' }] }),
    withGithub({ variables: [{ name: 'DEPLOY_TOKEN' }] }),
    withGithub({ variables: [{ name: 'REGION' }, { name: 'DB_PASSWORD' }] }),
  ],
  good: [
    withTerraform('resource "gitlab_project_variable" "x" {\n  key = "DEPLOY_TOKEN"\n  masked = true\n}\n'),
    withTerraform('resource "gitlab_project_variable" "x" {\n  key = "REGION"\n  masked = false\n}\n'),
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', masked: true }] }),
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', masked: false, variable_type: 'file' }] }),
    withGithub({ variables: [{ name: 'REGION' }, { name: 'TOKEN_URL' }] }),
    withGithub({ secrets: [{ name: 'DEPLOY_TOKEN' }], variables: [] }),
  ],
  checks: {
    repository: askSettings('which variables are masked', {
      managed: [
        {
          resources: ['gitlab_project_variable', 'gitlab_group_variable'],
          attribute: 'masked',
          wrong: [false],
          message: 'is printed as it is',
          where: secretKey,
        },
      ],
      gitlab: {
        needs: ['variables', 'group_variables'],
        judge: (facts, all) =>
          judgeSecrets(facts, all, ({ masked, hidden, variable_type: type }) =>
            masked === false && hidden !== true && type !== 'file' ? 'is printed as it is' : undefined,
          ),
      },
      github: {
        needs: ['variables'],
        judge: ({ variables }, all) =>
          variables?.flatMap(({ name }, index) =>
            isSecretName(name)
              ? [
                  {
                    at: all.at('github', 'variables', index),
                    message: `${name} is a variable, not a secret: logs show it`,
                  },
                ]
              : [],
          ),
      },
    }),
  },
};
