import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { judgeSecrets } from './secret-variables.ts';
import { withGitlab } from './settings-example.ts';

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
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', protected: false, masked: true }] }),
    withGitlab({ variables: [{ key: 'AWS_SECRET_ACCESS_KEY', protected: false }] }),
    withGitlab({ variables: [], group_variables: [{ key: 'NPM_TOKEN', group: 'shop', protected: false }] }),
  ],
  good: [
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', protected: true }] }),
    withGitlab({ variables: [{ key: 'NODE_ENV', protected: false }] }),
  ],
  checks: {
    repository: askSettings('which variables are protected', {
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
