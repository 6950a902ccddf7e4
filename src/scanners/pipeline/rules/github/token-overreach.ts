import { lineStart } from '../../../../lib/text/line-start.ts';
import { permissionsOf, writesOf } from '../../github/permissions.ts';
import { unusedScopes } from '../../github/unused-scopes.ts';
import type { PipelineRule } from '../../rule.ts';
import { tokenOverreachText } from '../joined-texts.ts';
import { workflow } from './workflow-example.ts';

const step = '      - run: make\n';

export const tokenOverreach: PipelineRule = {
  id: 'pipeline/token-overreach',
  ...tokenOverreachText,
  severity: 'medium',
  confidence: 'high',
  cwe: [250, 269],
  tags: ['CICD-SEC-5', 'CICD-SEC-2', 'CIS-2.3.8'],
  dialects: ['github'],
  bad: [
    workflow('push', step, { top: 'permissions: write-all\n' }),
    workflow('push', step),
    {
      path: '.github/workflows/a.yml',
      code: `on: push\npermissions:\n  contents: write\njobs:\n  a:\n    runs-on: x\n    steps:\n${step}  b:\n    runs-on: x\n    steps:\n${step}`,
    },
    workflow('push', `      - uses: actions/checkout@v4\n${step}`, { job: '    permissions: { packages: write }\n' }),
    workflow('push', '      - uses: actions/checkout@v4\n', { job: '    permissions: { id-token: write }\n' }),
  ],
  good: [
    workflow('push', step, { top: 'permissions: {}\n' }),
    workflow('push', step, { top: 'permissions:\n  contents: read\n' }),
    workflow('push', step, { job: '    permissions:\n      contents: write\n' }),
    workflow('push', `${step}        env: { GH_TOKEN: '\${{ github.token }}' }\n`, {
      job: '    permissions: { issues: write }\n',
    }),
    workflow('push', `${step}      - uses: owner/unknown@v1\n`, { job: '    permissions: { issues: write }\n' }),
    workflow('push', `${step}      - uses: github/codeql-action/upload-sarif@v3\n`, {
      job: '    permissions: { security-events: write }\n',
    }),
    workflow('push', step, { top: 'permissions: read-all\n' }),
  ],
  checks: {
    *pipeline(pipeline, { facts }) {
      const { document, jobs, action } = pipeline;
      if (action) return;
      const entry = document.entry('permissions');
      if (entry) {
        const writes = writesOf(entry);
        if (writes === 'all') {
          yield {
            at: entry.value.range,
            message: 'every job gets a token that may write everything',
            severity: 'high',
          };
        } else if (writes.length > 0 && jobs.length > 1) {
          yield { at: entry.key.range, message: `all ${jobs.length} jobs may write ${writes.join(', ')}` };
        }
        return;
      }
      const open = jobs.filter(
        (job) => permissionsOf(job, pipeline).writes === 'default' && job.body.get('uses') === undefined,
      );
      const [first] = open;
      if (!first || facts?.github?.workflow_permissions?.default_workflow_permissions === 'read') return;
      const on = document.entry('on')?.key.range;
      const at = on ?? first.at;
      yield {
        at,
        message: `nothing says what the token may do: ${open.length === 1 ? first.name : `${open.length} jobs`} may get the right to write everything`,
        subject: 'permissions',
        confidence: 'medium',
        ...(on && {
          fixes: [
            {
              description: 'let the token read the code only',
              safe: false,
              edits: [
                {
                  at: { ...on, start: lineStart(on.source.text, on.start), end: lineStart(on.source.text, on.start) },
                  text: 'permissions:\n  contents: read\n',
                },
              ],
            },
          ],
        }),
      };
    },
    *job(job, pipeline) {
      const { body, name } = job;
      const entry = body.entry('permissions');
      if (entry && writesOf(entry) === 'all')
        yield { at: entry.value.range, message: `${name} gets a token that may write everything`, severity: 'high' };
      for (const { key, value } of unusedScopes(job, pipeline)) {
        yield {
          at: key.range,
          message: `${name} may write ${key.text}, and none of its steps can use that`,
          severity: 'low',
          confidence: 'medium',
          fixes: [{ description: 'do not give it', safe: false, edits: [{ at: value.range, text: 'none' }] }],
        };
      }
    },
  },
};
