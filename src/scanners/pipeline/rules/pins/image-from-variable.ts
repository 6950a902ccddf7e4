import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubContainer, gitlabImage } from './image-examples.ts';

export const imageFromVariable: PipelineRule = {
  id: 'pipeline/image-from-variable',
  title: 'Somebody else decides in which image the job runs',
  severity: 'medium',
  confidence: 'medium',
  cwe: [829, 99],
  tags: ['CICD-SEC-3', 'CICD-SEC-4'],
  why: "The whole name of the image comes from outside of the definition: what runs with the job's secrets is not reviewed with it, and cannot be pinned.",
  fix: 'Write the registry and the name in the definition and leave at most the tag open; check it against a list.',
  dialects: everyDialect,
  pedantic: true,
  bad: [
    gitlabImage('$BUILD_IMAGE'),
    gitlabImage('"${RUNNER_IMAGE}"'),
    githubContainer('${{ inputs.image }}'),
    githubContainer('${{ github.event.client_payload.image }}:1'),
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  BUILD_IMAGE: node:20.11.1\njob:\n  image: $BUILD_IMAGE\n  script: [make]\n',
    },
    gitlabImage('$CI_REGISTRY_IMAGE/builder:1.2.3'),
    gitlabImage('$CI_TEMPLATE_REGISTRY_HOST/x:1'),
    githubContainer('${{ matrix.image }}'),
    githubContainer('node:${{ inputs.version }}'),
  ],
  checks: {
    *image({ reference, resolved }) {
      if (resolved !== undefined) return;
      const name =
        /^(?:\$\{?(?<variable>\w+)\}?|\$\{\{\s*(?<expression>(?:inputs|github\.event|vars)\.[\w.-]+)\s*\}\})/.exec(
          reference.text,
        )?.groups;
      const source = name?.['variable'] ?? name?.['expression'];
      if (source === undefined || source.startsWith('CI_')) return;
      yield {
        at: reference.range,
        message: `${source}, which the definition does not set, decides in which image the job runs`,
      };
    },
  },
};
