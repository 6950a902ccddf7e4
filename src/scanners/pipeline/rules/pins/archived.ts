import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubAction, githubContainer, gitlabImage } from './image-examples.ts';
import { retiredActions, retiredImages } from './retired.ts';
import { imageName } from './tag-stability.ts';

export const archived: PipelineRule = {
  id: 'pipeline/archived',
  title: 'Publisher has left this name',
  severity: 'medium',
  confidence: 'high',
  cwe: [1104],
  tags: ['CICD-SEC-3', 'SSDF-PW.4'],
  why: 'Nobody repairs what is found in it any more, and an abandoned name can be taken over by somebody else.',
  fix: 'Use the successor that the message names.',
  dialects: everyDialect,
  bad: [
    gitlabImage('returntocorp/semgrep:1.50.0'),
    gitlabImage('docker.io/zricethezav/gitleaks:v8.18.0'),
    githubContainer('openjdk:17.0.2'),
    githubAction('actions/create-release@v1'),
  ],
  good: [
    gitlabImage('semgrep/semgrep:1.50.0'),
    gitlabImage('registry.example.com/openjdk:17.0.2'),
    githubContainer('eclipse-temurin:17.0.2'),
    githubAction('actions/checkout@v4'),
  ],
  checks: {
    *image(image) {
      const name = imageName(image);
      const retirement = retiredImages.get(name);
      if (retirement) yield { at: image.reference.range, message: `${name}: ${retirement.why}; use ${retirement.now}` };
    },
    *use({ uses }) {
      const name = uses.text.split('@')[0]?.toLowerCase() ?? '';
      const retirement = retiredActions.get(name);
      if (retirement) yield { at: uses.range, message: `${name}: ${retirement.why}; use ${retirement.now}` };
    },
  },
};
