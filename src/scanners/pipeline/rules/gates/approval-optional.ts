import { addAfter } from '../../fix/edit-entry.ts';
import type { PipelineRule } from '../../rule.ts';
import { deploysToProduction } from './production.ts';

const job = (rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  script: [./deploy.sh]\n  environment: production\n${rest}`,
});

export const approvalOptional: PipelineRule = {
  id: 'pipeline/approval-optional',
  title: 'Approval that the pipeline does not wait for',
  severity: 'medium',
  confidence: 'high',
  cwe: [862],
  tags: ['CICD-SEC-1', 'CIS-5.1.1'],
  why: 'A manual job outside rules is optional: the pipeline is green and later stages go on before anybody has looked.',
  fix: 'Add `allow_failure: false`, so that the pipeline waits; let a protected environment with required approvals decide who may press the button.',
  dialects: ['gitlab'],
  bad: [
    job('  when: manual\n'),
    job('  only: [main]\n  when: manual\n'),
    job('  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n      when: manual\n      allow_failure: true\n'),
  ],
  good: [
    job('  when: manual\n  allow_failure: false\n'),
    job('  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n      when: manual\n'),
    job('  only: [main]\n'),
  ],
  checks: {
    *job(one, pipeline, audit) {
      if (!deploysToProduction(one)) return;
      const optional = audit
        .scenarios(pipeline)
        .runsOf(one)
        .some(({ runs, mayFail, when }) => runs !== 'no' && when === 'manual' && mayFail === true);
      if (!optional) return;
      const entry = one.body.entry('when') ?? one.body.entry('rules');
      const edit =
        entry?.key.text === 'when' && one.body.entry('allow_failure') === undefined
          ? addAfter(entry, 'allow_failure: false')
          : undefined;
      yield {
        at: entry?.key.text === 'when' ? { ...entry.key.range, end: entry.value.range.end } : one.at,
        message: `${one.name} waits for a button that nobody has to press: the pipeline passes without it`,
        ...(edit && {
          fixes: [{ description: 'let the pipeline wait (allow_failure: false)', safe: true, edits: [edit] }],
        }),
      };
    },
  },
};
