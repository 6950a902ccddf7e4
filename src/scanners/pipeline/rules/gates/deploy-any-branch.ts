import { canRun } from '../../scenarios/scenario.ts';
import type { PipelineRule } from '../../rule.ts';
import { deploysToProduction } from './production.ts';

const job = (rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  script: [./deploy.sh]\n  environment: production\n${rest}`,
});
const rule = (condition: string) => job(`  rules:\n    - if: ${condition}\n`);

export const deployAnyBranch: PipelineRule = {
  id: 'pipeline/deploy-any-branch',
  title: 'Production can be deployed from an unreviewed branch',
  severity: 'high',
  confidence: 'high',
  cwe: [284, 697],
  tags: ['CICD-SEC-1', 'CICD-SEC-4'],
  why: 'Whoever can push any branch decides what runs in production; reviews of the default branch do not matter.',
  fix: 'Deploy from the default branch or protected tags only (`$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH`, `$CI_COMMIT_REF_PROTECTED == "true"`), and protect the environment.',
  dialects: ['gitlab'],
  bad: [
    job(''),
    rule('$CI_COMMIT_BRANCH'),
    rule('$CI_COMMIT_BRANCH =~ /main/'),
    job('  when: manual\n'),
    rule('$CI_COMMIT_TAG || $CI_COMMIT_BRANCH =~ /^release/'),
  ],
  good: [
    rule('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'),
    job('  only: [main]\n'),
    rule('$CI_COMMIT_BRANCH == "main" && $CI_PIPELINE_SOURCE == "push"'),
    rule('$CI_COMMIT_REF_PROTECTED == "true"'),
  ],
  checks: {
    *job(one, pipeline, audit) {
      if (!deploysToProduction(one)) return;
      const open = audit
        .scenarios(pipeline)
        .runsOf(one)
        .filter(
          (run) =>
            run.scenario.privileged === false &&
            run.scenario.id !== 'tag' &&
            run.scenario.starter === 'developer' &&
            canRun(run) &&
            run.atoms.every(({ chosen }) => chosen),
        );
      const [first] = open;
      if (!first) return;
      yield {
        at: one.body.entry('rules')?.key.range ?? one.at,
        message: `${one.name} can run on: ${open.map(({ scenario }) => scenario.title).join(', ')}`,
        ...(first.runs === 'unknown' && { confidence: 'medium' as const }),
      };
    },
  },
};
