import { pinImage } from '../../fix/pin-image.ts';
import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubContainer, gitlabImage, gitlabService } from './image-examples.ts';
import { tagStability } from './tag-stability.ts';

export const imageNoDigest: PipelineRule = {
  id: 'pipeline/image-no-digest',
  title: 'Image is named by a tag, not by its content',
  severity: 'low',
  confidence: 'high',
  cwe: [829, 1357],
  tags: ['CICD-SEC-3', 'CIS-2.3.2', 'SLSA-L3'],
  why: 'Even an exact tag can be moved by whoever owns the registry account; only a digest can not.',
  fix: 'Write the digest behind the tag (`name:1.2.3@sha256:…`).',
  dialects: everyDialect,
  pedantic: true,
  bad: [
    gitlabImage('node:20.11.1'),
    gitlabService('postgres:16.2'),
    githubContainer('node:20.11.1'),
    githubContainer('ubuntu:24.04'),
  ],
  good: [
    gitlabImage(`node:20.11.1@sha256:${'0b'.repeat(32)}`),
    gitlabImage('$IMAGE'),
    githubContainer(`node@sha256:${'0b'.repeat(32)}`),
    githubContainer('${{ inputs.image }}'),
  ],
  checks: {
    *image(image, job, pipeline, { lock }) {
      const stability = tagStability(image);
      if (stability !== 'exact' && !(image.role === 'service' && stability === 'series')) return;
      yield {
        at: image.reference.range,
        message: `\`${image.resolved ?? image.reference.text}\` has no digest`,
        fixes: pinImage(image, job, pipeline, lock),
      };
    },
  },
};
