import { jobOrder } from '../../audit/job-order.ts';
import type { PipelineRule } from '../../rule.ts';
import { textOfJob } from './deploy-settings.ts';
import { deploysToProduction } from './production.ts';

const job = (script: string, rest = '') => ({
  path: '.gitlab-ci.yml',
  code: `stages: [deploy, check]\ndeploy:\n  stage: deploy\n  script: [${script}]\n  environment: production\n${rest}`,
});
const gh = (steps: string) => ({
  path: '.github/workflows/d.yml',
  code: `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n${steps}`,
});

export const noVerify: PipelineRule = {
  id: 'pipeline/no-verify',
  title: 'Nobody looks whether the deployment works',
  severity: 'low',
  confidence: 'medium',
  cwe: [693],
  tags: ['CICD-SEC-1'],
  why: 'The job is green when the command ended, not when the new version answers: a broken or wrong version stays.',
  fix: 'Check the result in the job or after it: `kubectl rollout status`, a request to the health page, `portcullis gate post-deploy`.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    job('./deploy.sh'),
    job('kubectl apply -f k8s'),
    gh('      - run: ./deploy.sh\n'),
    gh('      - run: helm upgrade app ./chart\n'),
  ],
  good: [
    job('kubectl apply -f k8s, kubectl rollout status deployment/app'),
    job('./deploy.sh', 'smoke:\n  stage: check\n  script: [./smoke-test.sh]\n'),
    gh('      - run: ./deploy.sh\n      - run: curl --fail https://example.com/health\n'),
    gh('      - run: helm upgrade --wait app ./chart\n'),
    gh('      - run: terraform apply plan\n      - run: terraform plan -detailed-exitcode\n'),
  ],
  checks: {
    *job(one, pipeline) {
      if (!deploysToProduction(one)) return;
      const checks =
        /rollout status|-detailed-exitcode|--wait|--atomic|health|smoke|verif|curl\b[^\n]*(?:-f|--fail)|portcullis gate|status-check|newman|wait-for/i;
      const order = jobOrder(pipeline);
      const later = pipeline.jobs.filter((other) => order.before(other).has(one));
      const known = [one, ...later].some(
        (other) => checks.test(textOfJob(other)) || (other !== one && checks.test(other.name)),
      );
      if (!known)
        yield { at: one.environment?.name.range ?? one.at, message: `nothing checks what ${one.name} has deployed` };
    },
  },
};
