import { pinAction } from '../../fix/pin-action.ts';
import type { PipelineRule } from '../../rule.ts';
import { isCommit, parseAction } from '../../github/action-reference.ts';
import { githubAction } from './image-examples.ts';

export const actionUnpinned: PipelineRule = {
  id: 'pipeline/action-unpinned',
  title: 'Action can change under its name',
  severity: 'high',
  confidence: 'high',
  cwe: [829],
  tags: ['CICD-SEC-3', 'CIS-2.3.2', 'SLSA-L3'],
  why: 'A tag or branch of an action is moved in a minute; every workflow that names it then runs the new code with its token and secrets.',
  fix: 'Name the full commit id and keep the version as a comment (`owner/action@<40 digits> # v1.2.3`); let a bot propose updates.',
  references: ['https://docs.github.com/en/actions/reference/security/secure-use'],
  dialects: ['github'],
  bad: [
    githubAction('tj-actions/branch-names@v8'),
    githubAction('some-org/deploy@main'),
    githubAction('docker/build-push-action@v6.5.0'),
    githubAction('owner/repo/sub/path@1a2b3c4'),
  ],
  good: [
    githubAction(`docker/build-push-action@${'5f'.repeat(20)} # v6.5.0`),
    githubAction('./.github/actions/build'),
    githubAction(`docker://alpine@sha256:${'5f'.repeat(32)}`),
    githubAction('actions/checkout@v4'),
  ],
  checks: {
    *use({ uses }, _job, _pipeline, { lock }) {
      // What composite actions call is another rule's.
      if (/(?:^|\/)action\.ya?ml$/.test(uses.range.source.uri)) return;
      const action = parseAction(uses.text);
      // The platform's own are a rule of their own: whoever takes those over has every job anyway.
      if (!action || isCommit(action.ref) || action.owner === 'actions' || action.owner === 'github') return;
      const { name, ref } = action;
      const kind =
        ref === ''
          ? 'has no version'
          : /^[0-9a-f]{7,39}$/.test(ref)
            ? 'is named by a short commit id that can be made to collide'
            : `can be moved: ${ref} is a tag or branch`;
      yield { at: uses.range, message: `${name} ${kind}`, fixes: pinAction(uses, lock) };
    },
  },
};
