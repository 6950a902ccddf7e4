import { parseAction } from '../../github/action-reference.ts';
import { actionOf } from '../../lock/references.ts';
import type { PipelineRule } from '../../rule.ts';

const commit = 'a1'.repeat(20);

const locked = (uses: string, reachable?: boolean) => ({
  path: '.github/workflows/ci.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ${uses}\n`,
  beside: {
    'ci.lock': JSON.stringify({
      entries: [{ kind: 'action', address: 'owner/deploy', ref: commit, resolved: commit, reachable }],
    }),
  },
});

export const impostorCommit: PipelineRule = {
  id: 'pipeline/impostor-commit',
  title: 'Commit of an action that its repository does not have in any branch or tag',
  severity: 'critical',
  confidence: 'high',
  cwe: [829, 345],
  tags: ['CICD-SEC-3', 'SLSA-L3'],
  why: 'The platform finds commits of every fork under the name of the original: anybody can push one and propose it as an update, and it looks like the work of the publisher.',
  fix: 'Name the commit that a release tag of the repository has, and ask where the other one came from.',
  dialects: ['github'],
  bad: [locked(`owner/deploy@${commit} # v1.2.3`, false), locked(`owner/deploy@${commit}`, false)],
  good: [
    locked(`owner/deploy@${commit} # v1.2.3`, true),
    locked(`owner/deploy@${commit}`),
    locked('owner/deploy@v1', false),
  ],
  checks: {
    *use({ uses }, _job, _pipeline, { lock }) {
      const action = parseAction(uses.text);
      const entry = action && lock?.find(actionOf(action));
      if (!action || entry?.reachable !== false) return;
      const message = `${action.name} has ${action.ref.slice(0, 12)} in no branch or tag, as ci.lock found out`;
      yield { at: uses.range, message };
    },
  },
};
