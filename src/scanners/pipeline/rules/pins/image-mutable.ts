import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubAction, githubContainer, gitlabImage } from './image-examples.ts';
import { judgeTag } from './judge-tag.ts';

export const imageMutable: PipelineRule = {
  id: 'pipeline/image-mutable',
  title: 'Image of a job can change under its name',
  severity: 'high',
  confidence: 'high',
  cwe: [829, 1357],
  tags: ['CICD-SEC-3', 'CIS-2.3.2', 'SLSA-L3'],
  why: 'Whoever can push to that name decides what runs in the job, with its secrets, and nothing in the repository shows that it changed.',
  fix: 'Write the digest behind the tag (`name:1.2.3@sha256:…`) and let a bot propose updates.',
  dialects: everyDialect,
  bad: [
    gitlabImage('node'),
    gitlabImage('registry.example.com/team/tool:latest'),
    gitlabImage('docker:24'),
    gitlabImage('$CI_REGISTRY_IMAGE/builder:main'),
    githubContainer('node:lts'),
    githubContainer('python:3'),
    githubAction('docker://hadolint/hadolint:latest'),
    {
      path: 'action.yml',
      code: 'name: lint\ndescription: Lints\nruns:\n  using: docker\n  image: docker://acme/lint\n',
    },
  ],
  good: [
    gitlabImage(`node:20.11.1@sha256:${'0b'.repeat(32)}`),
    gitlabImage('node:20.11.1-alpine3.19'),
    gitlabImage('$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA'),
    githubContainer('node:20.11.1'),
    githubContainer('${{ matrix.image }}'),
    githubAction(`docker://hadolint/hadolint@sha256:${'0b'.repeat(32)}`),
    { path: 'action.yml', code: 'name: lint\ndescription: Lints\nruns:\n  using: docker\n  image: Dockerfile\n' },
  ],
  checks: { image: (image, job, pipeline, audit) => judgeTag(image, 'job', job, pipeline, audit) },
};
