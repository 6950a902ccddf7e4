import { pinAction } from '../../fix/pin-action.ts';
import type { PipelineRule } from '../../rule.ts';
import { isCommit, parseAction } from '../../github/action-reference.ts';
import { githubAction } from './image-examples.ts';

export const actionOfficialUnpinned: PipelineRule = {
  id: 'pipeline/action-official-unpinned',
  title: "The platform's own action can change under its name",
  severity: 'low',
  confidence: 'high',
  cwe: [829],
  tags: ['CICD-SEC-3', 'CIS-2.3.2', 'SLSA-L3'],
  why: 'Its tags move with every release; a build of last month can not be repeated, and a mistake of the publisher is in every pipeline at once.',
  fix: 'Name the full commit id and keep the version as a comment; let a bot propose updates.',
  dialects: ['github'],
  pedantic: true,
  bad: [githubAction('actions/checkout@v4'), githubAction('github/codeql-action/init@v3')],
  good: [githubAction(`actions/checkout@${'5f'.repeat(20)} # v4.2.2`), githubAction('docker/login-action@v3')],
  checks: {
    *use({ uses }, _job, _pipeline, { lock }) {
      const action = parseAction(uses.text);
      if (!action || isCommit(action.ref) || (action.owner !== 'actions' && action.owner !== 'github')) return;
      yield {
        at: uses.range,
        message: `${action.name} follows ${action.ref === '' ? 'its default branch' : action.ref}`,
        fixes: pinAction(uses, lock),
      };
    },
  },
};
