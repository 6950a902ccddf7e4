import type { PipelineRule } from '../../rule.ts';
import { compromisedActions } from './compromised.ts';
import { githubAction } from './image-examples.ts';

export const knownBad: PipelineRule = {
  id: 'pipeline/known-bad',
  title: 'Version that carried malicious code',
  severity: 'critical',
  confidence: 'high',
  cwe: [506],
  tags: ['CICD-SEC-3', 'CICD-SEC-8'],
  why: 'This name, at this version, was published with code that steals from whoever runs it.',
  fix: 'Treat every secret that the job could reach as stolen and rotate it; move to a clean version, named by its full commit id.',
  dialects: ['github'],
  bad: [githubAction('tj-actions/changed-files@v45'), githubAction('reviewdog/action-setup@v1')],
  good: [
    githubAction('tj-actions/changed-files@v46.0.5'),
    githubAction(`tj-actions/changed-files@${'ab'.repeat(20)}`),
    githubAction('reviewdog/action-setup@v1.4.0'),
  ],
  checks: {
    *use({ uses }) {
      const [name = '', ref = ''] = uses.text.split('@');
      const compromise = compromisedActions.find((one) => one.name === name.toLowerCase() && one.affects(ref));
      if (compromise)
        yield { at: uses.range, message: `${uses.text} was compromised (${compromise.advisory}): ${compromise.what}` };
    },
  },
};
