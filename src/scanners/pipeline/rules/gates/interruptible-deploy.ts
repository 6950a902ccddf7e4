import { removeEntry } from '../../fix/edit-entry.ts';
import { findReleases } from '../../gates/find-releases.ts';
import type { PipelineRule } from '../../rule.ts';

const job = (head: string, rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `${head}deploy:\n  script: [./deploy.sh]\n  environment: production\n${rest}`,
});
const workflow = (top: string, rest = '') => ({
  path: '.github/workflows/deploy.yml',
  code: `on: push\n${top}jobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    environment: production\n${rest}    steps:\n      - run: ./deploy.sh\n`,
});

export const interruptibleDeploy: PipelineRule = {
  id: 'pipeline/interruptible-deploy',
  title: 'A newer pipeline cancels a deployment half-way',
  severity: 'medium',
  confidence: 'high',
  cwe: [362],
  tags: ['CICD-SEC-1'],
  why: 'The next push stops the job wherever it is: migrations half done, old and new versions side by side, locks left behind.',
  fix: 'Set `interruptible: false` on the deployment; on GitHub `cancel-in-progress: false` for its group.',
  dialects: ['gitlab', 'github'],
  bad: [
    job('', '  interruptible: true\n'),
    job('default:\n  interruptible: true\n', ''),
    workflow('concurrency:\n  group: deploy\n  cancel-in-progress: true\n'),
    workflow('', '    concurrency: { group: deploy, cancel-in-progress: true }\n'),
  ],
  good: [
    job('', '  interruptible: false\n'),
    job('default:\n  interruptible: true\n', '  interruptible: false\n'),
    workflow('concurrency:\n  group: deploy\n  cancel-in-progress: false\n'),
    workflow('', '    concurrency: deploy\n'),
  ],
  checks: {
    *pipeline(pipeline) {
      const deploying = new Set(
        findReleases(pipeline).flatMap(({ kind, step, job: one }) =>
          kind === 'deploy' && (step || /deploy|release|roll-?out/i.test(one.name)) ? one : [],
        ),
      );
      for (const { name, body, environment } of deploying) {
        if (!environment || /review|preview|pull|pr-|mr-|test/i.test(environment.name.text)) continue;
        const groups = [body.map('concurrency'), pipeline.document.map('concurrency')];
        const entries =
          pipeline.dialect === 'gitlab'
            ? [body.entry('interruptible')]
            : groups.map((group) => group?.entry('cancel-in-progress'));
        const entry = entries.find((one) => one?.value.kind === 'scalar' && one.value.value === true);
        if (!entry) continue;
        const own =
          pipeline.dialect === 'gitlab' && entry.key.range.start > body.range.start ? removeEntry(entry) : undefined;
        const edit = pipeline.dialect === 'github' ? { at: entry.value.range, text: 'false' } : own;
        yield {
          at: entry.value.range,
          message: `${name} is cancelled by the next pipeline wherever it is`,
          ...(edit && { fixes: [{ description: 'let the deployment end', safe: true, edits: [edit] }] }),
        };
      }
    },
  },
};
