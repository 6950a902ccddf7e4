import type { PipelineRule } from '../../rule.ts';
import { oidcUnscopedText } from '../joined-texts.ts';

const token = '  id_tokens:\n    TOKEN:\n      aud: https://vault.example.org\n';

export const oidcUnscopedJob: PipelineRule = {
  id: 'pipeline/oidc-unscoped-job',
  ...oidcUnscopedText,
  severity: 'high',
  confidence: 'medium',
  cwe: [269, 863],
  tags: ['CICD-SEC-2', 'CICD-SEC-5'],
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
