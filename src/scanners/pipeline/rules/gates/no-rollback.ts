import { oncePer } from '../../../../lib/once-per.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { PipelineRule } from '../../rule.ts';
import { textOfJob } from './deploy-settings.ts';
import { deploysToProduction } from './production.ts';

const job = (rest: string) => ({ path: '.gitlab-ci.yml', code: `deploy:\n  script: [./deploy.sh]\n${rest}` });
const gh = (steps: string) => ({
  path: '.github/workflows/d.yml',
  code: `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n${steps}`,
});

const back = /roll-?back|rollout undo|--atomic|--rollback|revert/i;
const hasWayBack = oncePer(({ jobs }: Pipeline) =>
  jobs.some((other) => back.test(other.name) || back.test(textOfJob(other))),
);

export const noRollback: PipelineRule = {
  id: 'pipeline/no-rollback',
  title: 'No way back is written down',
  severity: 'low',
  confidence: 'medium',
  cwe: [693],
  tags: ['CICD-SEC-1'],
  why: 'When the deployment turns out bad, somebody has to invent the way back under pressure.',
  fix: 'Write the way back into the pipeline: an `on_stop` job, `helm --atomic`, `kubectl rollout undo`, a rollback job.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    job('  environment: production\n'),
    job('  environment: { name: production, url: https://example.com }\n'),
    gh('      - run: ./deploy.sh\n'),
    gh('      - run: kubectl apply -f k8s\n'),
  ],
  good: [
    job(
      '  environment: { name: production, on_stop: stop }\nstop:\n  script: [./stop.sh]\n  environment: { name: production, action: stop }\n',
    ),
    job('  environment: production\nrollback:\n  script: [./rollback.sh]\n  when: manual\n'),
    gh('      - run: helm upgrade --atomic app ./chart\n'),
    gh('      - run: kubectl apply -f k8s || kubectl rollout undo deployment/app\n'),
  ],
  checks: {
    *job(one, pipeline) {
      if (!deploysToProduction(one)) return;
      const environment = one.body.map('environment');
      if (environment?.get('on_stop') === undefined && !hasWayBack(pipeline))
        yield { at: one.environment?.name.range ?? one.at, message: `nothing takes back what ${one.name} did` };
    },
  },
};
