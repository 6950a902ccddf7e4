import { isForMembersOnly } from '../../github/entry-guards.ts';
import { eventsOf } from '../../github/triggers.ts';
import type { Step } from '../../model/step.ts';
import type { PipelineRule } from '../../rule.ts';
import { artifactPoisoningText } from '../joined-texts.ts';
import { workflow } from './workflow-example.ts';

const get =
  '      - uses: actions/download-artifact@v4\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n';

export const artifactPoisoning: PipelineRule = {
  id: 'pipeline/artifact-poisoning',
  ...artifactPoisoningText,
  severity: 'high',
  confidence: 'medium',
  cwe: [345, 829],
  tags: ['CICD-SEC-9', 'CICD-SEC-4'],
  dialects: ['github'],
  bad: [
    workflow('workflow_run', `${get}      - run: ./build/deploy.sh\n`),
    workflow(
      'workflow_run',
      '      - uses: dawidd6/action-download-artifact@v6\n      - run: echo "PR=$(cat pr.txt)" >> $GITHUB_ENV\n',
    ),
  ],
  good: [
    workflow('workflow_run', '      - run: ./build/deploy.sh\n'),
    workflow('push', `${get}      - run: ./build/deploy.sh\n`),
    workflow(
      'workflow_run',
      '      - uses: actions/download-artifact@v4\n        with:\n          run-id: ${{ github.event.workflow_run.id }}\n          path: ${{ runner.temp }}/in\n      - run: jq -e .number "$RUNNER_TEMP/in/pr.json"\n',
    ),
  ],
  checks: {
    *job(job, pipeline) {
      if (!eventsOf(pipeline).includes('workflow_run') || isForMembersOnly(job)) return;
      const { steps } = job;
      const index = steps.findIndex(fetchesArtifact);
      const fetch = steps[index];
      const user = fetch && steps.slice(index + 1).find(usesFiles);
      if (!fetch || !user) return;
      yield {
        at: fetch.at,
        message: 'what another workflow left is unpacked over the workspace and used',
        path: [
          { at: fetch.at, message: 'the artifact may come from a pull request of a fork' },
          { at: user.at, message: 'its files are used here' },
        ],
      };
    },
  },
};

function fetchesArtifact(step: Step): boolean {
  if (step.kind === 'run') return /gh\s+run\s+download/.test(step.script.text);
  const path = step.inputs?.text('path') ?? '';
  if (/runner\.temp|\/tmp\//.test(path)) return false;
  return (
    /^dawidd6\/action-download-artifact@/i.test(step.uses.text) ||
    (/^actions\/download-artifact@/i.test(step.uses.text) && step.inputs?.get('run-id') !== undefined) ||
    (/^actions\/github-script@/i.test(step.uses.text) && /downloadArtifact/.test(step.inputs?.text('script') ?? ''))
  );
}

function usesFiles(step: Step): boolean {
  if (step.kind === 'use') return step.uses.text.startsWith('./');
  return /GITHUB_(?:ENV|PATH|OUTPUT)|(?:^|[\s;&|(])\.{1,2}\/\S|\b(?:npm|make|node|python3?|bash|sh|source|unzip|tar)\b/m.test(
    step.script.text,
  );
}
