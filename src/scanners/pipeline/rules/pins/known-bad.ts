import { everyDialect, type PipelineRule } from '../../rule.ts';
import { compromisedActions, compromisedImages, wormFiles, wormRunners } from './compromised.ts';
import { githubAction, githubContainer, gitlabImage } from './image-examples.ts';
import { imageName } from './tag-stability.ts';

const withRunner = (path: string, label: string) => ({
  path,
  code: `on: discussion\njobs:\n  a:\n    runs-on: ${label}\n    steps:\n      - run: make\n`,
});

export const knownBad: PipelineRule = {
  id: 'pipeline/known-bad',
  title: 'Something that is known to be malicious',
  severity: 'critical',
  confidence: 'high',
  cwe: [506],
  tags: ['CICD-SEC-3', 'CICD-SEC-8'],
  why: 'This name, at this version, was published with code that steals from whoever runs it, or a worm leaves it where it was.',
  fix: 'Treat every secret that the job could reach as stolen and rotate it; move to a clean version, named by its full commit id.',
  dialects: everyDialect,
  bad: [
    githubAction('tj-actions/changed-files@v45'),
    githubAction('reviewdog/action-setup@v1'),
    githubAction('aquasecurity/trivy-action@0.28.0'),
    gitlabImage('aquasec/trivy:0.69.5'),
    gitlabImage('docker.io/aquasec/trivy:0.69.4'),
    githubContainer('aquasec/trivy:0.69.6'),
    withRunner('.github/workflows/discussion.yaml', 'SHA1HULUD'),
    withRunner('.github/workflows/shai-hulud-workflow.yml', 'ubuntu-24.04'),
  ],
  good: [
    githubAction('tj-actions/changed-files@v46.0.5'),
    githubAction(`tj-actions/changed-files@${'ab'.repeat(20)}`),
    githubAction('reviewdog/action-setup@v1.4.0'),
    githubAction('aquasecurity/trivy-action@0.35.0'),
    gitlabImage('aquasec/trivy:0.69.3'),
    gitlabImage('mirror.example.com/aquasec/trivy:0.69.5'),
    withRunner('.github/workflows/discussion.yaml', 'self-hosted'),
  ],
  checks: {
    *job({ runner, at, name }, { source }) {
      const label = runner.find(({ text }) => wormRunners.test(text));
      if (label)
        yield { at: label.range, message: `${name} runs on a machine that a worm has registered (${label.text})` };
      else if (wormFiles.test(source.uri)) yield { at, message: `a worm adds workflows of this name (${source.uri})` };
    },
    *image(image) {
      const { reference, resolved } = image;
      const text = resolved ?? reference.text;
      const tag = /:(?<tag>[\w.-]+)(?:@|$)/.exec(text)?.groups?.['tag'] ?? '';
      const compromise = compromisedImages.find((one) => one.name === imageName(image) && one.affects(tag));
      if (compromise)
        yield { at: reference.range, message: `${text} was compromised (${compromise.advisory}): ${compromise.what}` };
    },
    *use({ uses }) {
      const [name = '', ref = ''] = uses.text.split('@');
      const compromise = compromisedActions.find((one) => one.name === name.toLowerCase() && one.affects(ref));
      if (compromise)
        yield { at: uses.range, message: `${uses.text} was compromised (${compromise.advisory}): ${compromise.what}` };
    },
  },
};
