import type { PipelineRule } from '../../rule.ts';

const gitlab = (comment: string) => ({
  path: '.gitlab-ci.yml',
  code: `job:\n  image: node:latest # ${comment}\n  script: [make]\n`,
});
const github = (comment: string) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      # ${comment}\n      - uses: owner/tool@main\n`,
});

export const suppressionInvalid: PipelineRule = {
  id: 'pipeline/suppression-invalid',
  title: 'Comment that accepts a finding does not hold',
  severity: 'low',
  confidence: 'high',
  cwe: [1116],
  tags: ['CICD-SEC-10'],
  why: 'Somebody believes that the finding is accepted. Without a reason nobody can judge that later, and what was accepted until a day has to be looked at again after it.',
  fix: 'Write `# portcullis: ignore[rule] why it is acceptable`, or repair what is found; `until=YYYY-MM-DD` ends it by itself.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlab('portcullis: ignore[image-mutable]'),
    gitlab('portcullis: ignore[image-mutable] until=2026-05-31 waits for the new runner'),
    gitlab('glsec:ignore GL001 exp:2026-05-31 -- waits for the new runner'),
    gitlab('portcullis: ignore[image-mutabel] ours'),
    github('portcullis: ignore we know them'),
    github('portcullis: ignore[action-unpinned] until=soon we know them'),
  ],
  good: [
    gitlab('portcullis: ignore[image-mutable] ours, rebuilt every night'),
    gitlab('portcullis: ignore[image-mutable] until=2026-06-01 waits for the new runner'),
    github('portcullis: ignore[action-unpinned, archived] we know them'),
    github('zizmor: ignore[unpinned-uses]'),
  ],
  // What comments say is read after all rules were asked: suppress/apply-comments.ts.
  checks: {},
};
