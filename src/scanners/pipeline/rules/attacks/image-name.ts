import type { PipelineRule } from '../../rule.ts';
import { chooserOf, pathTo } from './chosen-name.ts';

export const imageName: PipelineRule = {
  id: 'pipeline/image-name',
  title: 'Whoever sets a value chooses the image that runs the job',
  severity: 'high',
  confidence: 'medium',
  cwe: [829, 94],
  tags: ['CICD-SEC-4', 'CICD-SEC-3'],
  why: 'The image is the program that runs the script: who chooses it reads every variable of the job, whatever the script says.',
  fix: 'Write the registry and the repository out and leave at most the tag open, or list the allowed values under `options`.',
  dialects: ['gitlab'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  BUILDER:\n    description: image to build in\n    value: alpine:3.20\nbuild:\n  image: $BUILDER\n  script: make\n',
    },
    { path: '.gitlab-ci.yml', code: 'build:\n  image: ${CI_COMMIT_BRANCH}\n  script: make\n' },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'build:\n  image: $CI_REGISTRY_IMAGE/builder:$CI_COMMIT_BRANCH\n  script: make\n' },
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  BUILDER:\n    description: image to build in\n    value: alpine:3.20\n    options: ["alpine:3.20", "alpine:3.19"]\nbuild:\n  image: $BUILDER\n  script: make\n',
    },
  ],
  checks: {
    *image({ reference }, job, pipeline, audit) {
      if (!reference.text.startsWith('$')) return;
      const taint = audit.taint(pipeline).of(job);
      const untrusted = chooserOf(reference.text, taint, audit.scenarios(pipeline).runsOf(job));
      if (!untrusted) return;
      const message = `${untrusted.source} decides which image runs the job`;
      yield { at: reference.range, message, path: pathTo(untrusted, reference.range, message) };
    },
  },
};
