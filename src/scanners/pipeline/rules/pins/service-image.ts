import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubService, gitlabService } from './image-examples.ts';
import { judgeTag } from './judge-tag.ts';

export const serviceImage: PipelineRule = {
  id: 'pipeline/service-image',
  title: 'Image of a service can change under its name',
  severity: 'medium',
  confidence: 'high',
  cwe: [829, 1357],
  tags: ['CICD-SEC-3', 'CIS-2.3.2'],
  why: 'A service runs beside the job, sees its network and often its variables; a Docker daemon as a service even builds and runs everything.',
  fix: 'Write the digest behind the tag (`name:1.2.3@sha256:…`).',
  dialects: everyDialect,
  bad: [
    gitlabService('postgres'),
    gitlabService('docker:24-dind'),
    githubService('redis:latest'),
    githubService('docker:dind'),
  ],
  good: [
    gitlabService('postgres:16.2'),
    gitlabService(`docker:24.0.9-dind@sha256:${'c4'.repeat(32)}`),
    githubService('redis:7.2.4'),
    githubService('mysql:8'),
    githubService(`mysql@sha256:${'d5'.repeat(32)}`),
  ],
  checks: { image: (image, job, pipeline, audit) => judgeTag(image, 'service', job, pipeline, audit) },
};
