import { ownMachine } from '../../paths/own-machine.ts';
import { canRun } from '../../scenarios/scenario.ts';
import type { PipelineRule } from '../../rule.ts';
import { selfHostedText } from '../joined-texts.ts';

const job = (tags: string, rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `build:\n  tags: [${tags}]\n  script: [make]\n${rest}`,
});
const onRequest = '  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n';

export const selfHostedUntrusted: PipelineRule = {
  id: 'pipeline/self-hosted-untrusted',
  ...selfHostedText,
  severity: 'high',
  confidence: 'medium',
  cwe: [250, 653],
  tags: ['CICD-SEC-5', 'CICD-SEC-7', 'CICD-SEC-4'],
  dialects: ['gitlab'],
  bad: [job('self-hosted', onRequest), job('on-prem, shell', onRequest)],
  good: [job('saas-linux-small-amd64', onRequest), job('self-hosted', '  only: [main]\n')],
  checks: {
    *job(one, pipeline, audit) {
      const tag = ownMachine(one);
      if (!tag) return;
      const open = audit
        .scenarios(pipeline)
        .runsOf(one)
        .find((run) => run.scenario.id === 'merge-request-fork-in-parent' && canRun(run));
      if (open)
        yield {
          at: tag.range,
          message: `${one.name} runs on a machine of your own (${tag.text}): ${open.scenario.title}`,
        };
    },
  },
};
