import type { PipelineRule } from '../../rule.ts';

const token = '  id_tokens:\n    TOKEN:\n      aud: https://vault.example.org\n';

export const oidcUnscopedJob: PipelineRule = {
  id: 'pipeline/oidc-unscoped-job',
  title: 'Identity token in jobs that anybody can start',
  severity: 'high',
  confidence: 'medium',
  cwe: [269, 863],
  tags: ['CICD-SEC-2', 'CICD-SEC-5'],
  why: 'The token says who the job is. Where a merge request or any branch gets one, only the conditions of the cloud’s trust policy stand between its author and the role.',
  fix: 'Give the token to the one job that deploys, behind rules for protected refs and with an environment, and bind the role to them.',
  dialects: ['gitlab'],
  bad: [
    { path: '.gitlab-ci.yml', code: `default:\n${token}a:\n  script: make\nb:\n  script: make test\n` },
    {
      path: '.gitlab-ci.yml',
      code: `plan:\n${token}  script: terraform plan\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n`,
    },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: `deploy:\n${token}  script: ./deploy.sh\n  environment: production\n  rules:\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n`,
    },
    { path: '.gitlab-ci.yml', code: `deploy:\n${token}  script: ./deploy.sh\n  only: [tags]\n` },
  ],
  checks: {
    *pipeline({ document, jobs }) {
      const tokens = document.map('default')?.entry('id_tokens') ?? document.entry('id_tokens');
      if (tokens && jobs.length > 1)
        yield { at: tokens.key.range, message: `all ${jobs.length} jobs get the identity token` };
    },
    *job(job, pipeline, audit) {
      const [first] = job.identityTokens;
      if (!first || pipeline.document.map('default')?.get('id_tokens')) return;
      const open = audit
        .scenarios(pipeline)
        .runsOf(job)
        .find(({ runs, scenario }) => runs === 'yes' && scenario.id.startsWith('merge-request'));
      if (open) {
        yield {
          at: first.at,
          message: `${job.name} gets the identity token in a merge request (${open.scenario.title})`,
          severity: 'medium',
          subject: job.name,
        };
      }
    },
  },
};
