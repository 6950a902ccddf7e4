import type { UseStep } from '../../model/step.ts';
import type { PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const checkout = '      - uses: actions/checkout@v4\n';
const upload = (path: string) => `      - uses: actions/upload-artifact@v4\n        with:\n          path: ${path}\n`;

export const persistedCredentials: PipelineRule = {
  id: 'pipeline/persisted-credentials',
  title: 'Token is kept in a workspace that is published',
  severity: 'high',
  confidence: 'high',
  cwe: [522, 538],
  tags: ['CICD-SEC-6'],
  why: 'The checkout writes the token into .git/config, and the whole workspace is uploaded: whoever downloads the artifact while the job runs has the token.',
  fix: 'Say `persist-credentials: false` at the checkout, and upload only what is needed.',
  dialects: ['github'],
  bad: [
    workflow('push', checkout + upload('.')),
    workflow('push', `${checkout}      - run: make\n${upload('${{ github.workspace }}')}`),
  ],
  good: [
    workflow('push', `${checkout}        with:\n          persist-credentials: false\n${upload('.')}`),
    workflow('push', checkout + upload('dist/')),
    workflow('push', upload('.')),
  ],
  checks: {
    *job({ steps }) {
      const uses = steps.flatMap((step): readonly UseStep[] => (step.kind === 'use' ? [step] : []));
      const source = uses.find(
        ({ uses: { text }, inputs }) =>
          /^actions\/checkout@/i.test(text) && inputs?.text('persist-credentials') !== 'false',
      );
      const target = uses.find(
        ({ uses: { text }, inputs }) =>
          /^actions\/upload-artifact@/i.test(text) &&
          /^(?:\.\/?|\$\{\{\s*github\.workspace\s*\}\}\/?|\*\*?(?:\/\*)?)$/.test((inputs?.text('path') ?? '').trim()),
      );
      if (!source || !target) return;
      yield {
        at: target.at,
        message: 'the workspace with the token in .git/config is uploaded',
        path: [
          { at: source.at, message: 'the checkout keeps the token' },
          { at: target.at, message: 'everything is uploaded' },
        ],
      };
    },
  },
};
