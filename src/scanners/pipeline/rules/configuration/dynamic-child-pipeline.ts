import { listOf } from '../../../../lib/yaml/node.ts';
import type { PipelineRule } from '../../rule.ts';

export const dynamicChildPipeline: PipelineRule = {
  id: 'pipeline/dynamic-child-pipeline',
  title: 'Pipeline code that a job writes',
  severity: 'medium',
  confidence: 'medium',
  cwe: [829, 94],
  tags: ['CICD-SEC-4', 'CICD-SEC-9'],
  why: 'The definition comes out of an artifact: whatever reaches the job that writes it, a dependency, a file of the checkout, becomes jobs with the variables of this pipeline, and no review sees them.',
  fix: 'Keep the child pipelines in the repository and choose with rules; where it must be generated, do it from trusted input in a job without third-party code.',
  dialects: ['gitlab'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: 'gen:\n  script: [./gen.sh > child.yml]\n  artifacts: { paths: [child.yml] }\nrun:\n  trigger:\n    include:\n      - artifact: child.yml\n        job: gen\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'gen:\n  script: [make ci]\nrun:\n  trigger: { include: [{ artifact: out/ci.yml, job: gen }], strategy: depend }\n',
    },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'run:\n  trigger:\n    include: child.yml\n' },
    { path: '.gitlab-ci.yml', code: 'run:\n  trigger: other/project\n' },
  ],
  checks: {
    *job({ body }) {
      for (const item of listOf(body.map('trigger')?.get('include'))) {
        const file = item.kind === 'map' ? item.text('artifact') : undefined;
        if (file !== undefined && item.kind === 'map')
          yield { at: item.range, message: `${file} of ${item.text('job') ?? 'a job'} becomes a pipeline` };
      }
    },
  },
};
