import type { PipelineRule } from '../../rule.ts';
import { oidcUnscopedText } from '../joined-texts.ts';

const wf = (permissions: string, second: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: push\n${permissions}jobs:\n  a:\n    runs-on: x\n    steps: [{ run: make }]\n${second}`,
});
const other =
  '  b:\n    runs-on: x\n    permissions: { id-token: write }\n    steps: [{ uses: aws-actions/configure-aws-credentials@v4 }]\n';

export const oidcUnscopedJob: PipelineRule = {
  id: 'pipeline/oidc-unscoped-job',
  ...oidcUnscopedText,
  severity: 'medium',
  confidence: 'high',
  cwe: [250, 863],
  tags: ['CICD-SEC-2', 'CICD-SEC-5'],
  dialects: ['github'],
  bad: [
    wf('permissions:\n  id-token: write\n', other),
    wf('permissions: { contents: read, id-token: write }\n', '  b:\n    runs-on: x\n    steps: [{ run: make }]\n'),
  ],
  good: [wf('permissions: { contents: read }\n', other), wf('permissions: { id-token: write }\n', '')],
  checks: {
    *pipeline({ document, jobs }) {
      const entry = document.map('permissions')?.entry('id-token');
      if (entry?.value.kind === 'scalar' && entry.value.text === 'write' && jobs.length > 1) {
        yield { at: entry.key.range, message: `all ${jobs.length} jobs can fetch an identity token` };
      }
    },
  },
};
