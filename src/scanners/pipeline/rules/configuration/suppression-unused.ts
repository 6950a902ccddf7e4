import type { PipelineRule } from '../../rule.ts';

const gitlab = (image: string, comment: string) => ({
  path: '.gitlab-ci.yml',
  code: `job:\n  # ${comment}\n  image: ${image}\n  script: [make]\n`,
});
const github = (ref: string, comment: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: owner/tool@${ref} # ${comment}\n`,
});

export const suppressionUnused: PipelineRule = {
  id: 'pipeline/suppression-unused',
  title: 'Comment that accepts a finding which is not there',
  severity: 'low',
  confidence: 'high',
  cwe: [1116],
  tags: ['CICD-SEC-10'],
  why: 'It hides the next finding of its rule in this place, which nobody has looked at.',
  fix: 'Remove the comment.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlab(`node:20@sha256:${'a1'.repeat(32)}`, 'portcullis: ignore[image-mutable] ours'),
    gitlab('node:latest', 'portcullis: ignore[image-mutable, archived] ours'),
    github('a1'.repeat(20), 'portcullis: ignore[action-unpinned] ours'),
    github('main', 'portcullis: ignore[action-official-unpinned] ours'),
  ],
  good: [
    gitlab('node:latest', 'portcullis: ignore[image-mutable] ours'),
    gitlab(`node:20@sha256:${'a1'.repeat(32)}`, 'glsec:ignore GL001 -- ours'),
    github('main', 'portcullis: ignore[action-unpinned] ours'),
    github('a1'.repeat(20), 'zizmor: ignore[unpinned-uses]'),
  ],
  // What comments accept is known after all rules were asked: suppress/apply-comments.ts.
  checks: {},
};
