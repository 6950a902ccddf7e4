import type { Audit } from '../../audit/audit.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { canRun } from '../../scenarios/scenario.ts';
import type { Atom } from '../../scenarios/truth.ts';
import type { Issue, PipelineRule, Undecided } from '../../rule.ts';
import { deploysToProduction } from './production.ts';

const job = (rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  script: [./deploy.sh]\n  environment: production\n${rest}`,
});
const rule = (condition: string) => job(`  rules:\n    - if: ${condition}\n`);

const workflow = (on: string, condition: string) => ({
  path: '.github/workflows/deploy.yml',
  code: `on: ${on}\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    environment: production\n${condition}    steps:\n      - run: ./deploy.sh\n`,
});

export const deployAnyBranch: PipelineRule = {
  id: 'pipeline/deploy-any-branch',
  title: 'Production can be deployed from an unreviewed branch',
  severity: 'high',
  confidence: 'high',
  cwe: [284, 697],
  tags: ['CICD-SEC-1', 'CICD-SEC-4'],
  why: 'Whoever can push any branch decides what runs in production; reviews of the default branch do not matter.',
  fix: 'Deploy from the default branch or protected tags only (GitLab: `$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH`, `$CI_COMMIT_REF_PROTECTED == "true"`; GitHub: `branches: [main]` under `push`), and protect the environment.',
  dialects: ['gitlab', 'github'],
  bad: [
    job(''),
    rule('$CI_COMMIT_BRANCH'),
    rule('$CI_COMMIT_BRANCH =~ /main/'),
    job('  when: manual\n'),
    rule('$CI_COMMIT_TAG || $CI_COMMIT_BRANCH =~ /^release/'),
    workflow('push', ''),
    workflow('{ push: { paths: [src/**] } }', "    if: github.repository == 'o/app'\n"),
    workflow('pull_request', ''),
  ],
  good: [
    rule('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'),
    job('  only: [main]\n'),
    rule('$CI_COMMIT_BRANCH == "main" && $CI_PIPELINE_SOURCE == "push"'),
    rule('$CI_COMMIT_REF_PROTECTED == "true"'),
    workflow('{ push: { branches: [main] } }', ''),
    workflow('push', "    if: github.ref == 'refs/heads/main'\n"),
    workflow('[workflow_dispatch, release]', ''),
    {
      ...workflow('push', ''),
      beside: {
        'portcullis.facts.json':
          '{"version":1,"github":{"environments":[{"name":"production","deployment_branch_policy":{"protected_branches":true}}]}}',
      },
    },
  ],
  checks: {
    *job(one, pipeline, audit) {
      if (!deploysToProduction(one)) return;
      if (pipeline.dialect === 'github') {
        yield* onGithub(one, pipeline, audit);
        return;
      }
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

/**
 * Whether a push to any branch, or a pull request, deploys. The environment may refuse all branches but some: that is a
 * setting. Started by hand it is up to that setting alone.
 */
function* onGithub(one: Job, pipeline: Pipeline, audit: Audit): Generator<Issue | Undecided> {
  const name = one.environment?.name.text ?? '';
  if (name.includes('${{')) return;
  const environments = audit.facts?.github?.environments;
  const policy = environments?.find((environment) => environment.name === name)?.deployment_branch_policy;
  if (policy) return;
  const runs = audit.scenarios(pipeline).runsOf(one);
  const open = runs.filter(
    (run) =>
      (run.scenario.id === 'push-branch' || run.scenario.id === 'pull-request') &&
      canRun(run) &&
      run.atoms.every(isHarmless),
  );
  if (open.length > 0) {
    yield {
      at: one.at,
      message: `${one.name} can run on: ${open.map(({ scenario }) => scenario.title).join(', ')}`,
      ...(!environments && { confidence: 'medium' as const }),
    };
  } else if (!environments && runs.some((run) => run.scenario.id === 'dispatch' && canRun(run))) {
    yield { undecided: `which branches the environment ${name} lets in (github.environments)`, at: one.at };
  }
}

/** Whoever pushes chooses the paths; forks, which are other repositories, do not matter here. */
function isHarmless({ text, chosen }: Atom): boolean {
  return (chosen && text.startsWith('paths')) || /^github\.repository(?:_owner)?$/.test(text);
}
