import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { jobsUsing } from './jobs-using.ts';
import { judgeSecrets } from './secret-variables.ts';
import { withGithub, withGitlab } from './settings-example.ts';

const deploying = `on: push
jobs:
  deploy:
    runs-on: ubuntu-24.04
    environment: production
    steps:
      - run: ./deploy.sh
        env:
          KEY: \${{ secrets.DEPLOY_KEY }}
`;

export const variableScope: PipelineRule = {
  id: 'pipeline/variable-scope',
  title: 'One secret for all environments',
  severity: 'medium',
  confidence: 'high',
  cwe: [668],
  tags: ['CICD-SEC-2', 'CICD-SEC-6'],
  why: 'A job of the test environment holds what opens production.',
  fix: 'Give each environment its own variable with its own scope.',
  dialects: ['gitlab', 'github'],
  bad: [
    withGitlab({
      variables: [{ key: 'DEPLOY_TOKEN', environment_scope: '*' }],
      protected_environments: [{ name: 'production' }],
    }),
    withGitlab({
      variables: [
        { key: 'DEPLOY_TOKEN', environment_scope: '*' },
        { key: 'DB_PASSWORD', environment_scope: 'production' },
      ],
    }),
    withGithub({ secrets: [{ name: 'DEPLOY_KEY' }], environments: [{ name: 'production' }] }, deploying),
    withGithub(
      { secrets: [{ name: 'OTHER' }, { name: 'DEPLOY_KEY' }], environments: [{ name: 'production', secrets: ['X'] }] },
      deploying,
    ),
  ],
  good: [
    withGitlab({
      variables: [{ key: 'DEPLOY_TOKEN', environment_scope: 'production' }],
      protected_environments: [{ name: 'production' }],
    }),
    withGitlab({ variables: [{ key: 'DEPLOY_TOKEN', environment_scope: '*' }] }),
    withGithub(
      { secrets: [{ name: 'DEPLOY_KEY' }], environments: [{ name: 'production', secrets: ['DEPLOY_KEY'] }] },
      deploying,
    ),
    withGithub(
      { secrets: [{ name: 'DEPLOY_KEY' }], environments: [{ name: 'production' }] },
      deploying.replace('environment: production', 'timeout-minutes: 5'),
    ),
    withGithub({ secrets: [], environments: [{ name: 'production', secrets: ['DEPLOY_KEY'] }] }, deploying),
  ],
  checks: {
    repository: askSettings('which environments get which variables', {
      gitlab: {
        needs: ['variables', 'group_variables'],
        judge(facts, all) {
          const scoped = facts.variables?.some(({ environment_scope: scope = '*' }) => scope !== '*') ?? false;
          const hasEnvironments = scoped || (facts.protected_environments ?? []).length > 0;
          return judgeSecrets(facts, all, ({ environment_scope: scope }) =>
            scope === '*' && hasEnvironments ? 'is the same for all environments' : undefined,
          );
        },
      },
      github: {
        needs: ['secrets', 'environments'],
        judge({ secrets, environments }, all, { pipelines }) {
          if (!secrets || !environments) return undefined;
          const scoped = new Set(environments.flatMap((environment) => environment.secrets ?? []));
          return secrets.flatMap(({ name }, index) => {
            const users = scoped.has(name) ? [] : jobsUsing(name, pipelines);
            // Used by anything else too, it has to be the repository's.
            const [first] = users.every(({ environment }) => environment) ? users : [];
            const environment = first?.environment?.name.text;
            const message = `${name} is needed by ${environment} alone, but workflows of every branch get it`;
            return environment === undefined ? [] : [{ at: all.at('github', 'secrets', index), message }];
          });
        },
      },
    }),
  },
};
