import { isPrivilegedByStrangers } from '../../github/triggers.ts';
import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const job = (on: string, condition: string) => workflow(on, '      - run: make\n', { job: `    if: ${condition}\n` });

export const spoofableActor: PipelineRule = {
  id: 'pipeline/spoofable-actor',
  title: 'A bot is known by who acted last',
  severity: 'high',
  confidence: 'medium',
  cwe: [290],
  tags: ['CICD-SEC-4', 'CICD-SEC-2'],
  why: "The actor is whoever did the last thing, not who wrote the code: after somebody else's push a bot can be made to act, and the condition holds.",
  fix: 'Ask who opened the pull request (`github.event.pull_request.user.login`) and whether it comes from this repository.',
  dialects: ['github'],
  bad: [
    job('pull_request_target', "github.actor == 'dependabot[bot]'"),
    job('workflow_run', "${{ github.actor == 'renovate[bot]' }}"),
  ],
  good: [
    job('pull_request_target', "github.event.pull_request.user.login == 'dependabot[bot]'"),
    job('push', "github.actor == 'dependabot[bot]'"),
    job('pull_request_target', "github.actor != 'dependabot[bot]'"),
  ],
  checks: {
    *job({ body, steps }, pipeline) {
      if (!isPrivilegedByStrangers(pipeline)) return;
      for (const node of [body.get('if'), ...steps.map((step) => step.body?.get('if'))]) {
        if (node?.kind !== 'scalar') continue;
        const bot = /github\.(?:triggering_)?actor\s*==\s*'(?<bot>[^']*\[bot\])'/.exec(node.text)?.groups?.['bot'];
        if (bot !== undefined)
          yield { at: node.range, message: `${bot} can be made to act on the code of somebody else` };
      }
    },
  },
};
