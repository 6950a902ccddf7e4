import type { GithubFacts } from '../../facts/github-facts-schema.ts';
import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';
import type { PipelineRule } from '../../rule.ts';
import { deploysToProduction } from './production.ts';

const facts = (rules: string, environment = 'production') => ({
  path: '.github/workflows/d.yml',
  code: `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    environment: ${environment}\n    steps:\n      - run: ./deploy.sh\n`,
  beside: {
    'portcullis.facts.json': `{"version":1,"github":{"environments":[{"name":"production","protection_rules":${rules}}]}}`,
  },
});

const project = (self: string) => ({
  path: '.gitlab-ci.yml',
  code: 'deploy:\n  script: [./deploy.sh]\n  environment: production\n  when: manual\n',
  beside: {
    'portcullis.facts.json': `{"version":1,"gitlab":{"project":{"allow_pipeline_trigger_approve_deployment":${self}}}}`,
  },
});

export const approvalSelf: PipelineRule = {
  id: 'pipeline/approval-self',
  title: 'Who starts a deployment can approve it',
  severity: 'high',
  confidence: 'high',
  cwe: [862, 284],
  tags: ['CICD-SEC-1', 'CIS-5.1.1'],
  why: 'One account is enough to bring something to production: its own approval counts.',
  fix: 'Require reviewers for the environment and prevent self-review.',
  dialects: ['gitlab', 'github'],
  bad: [
    facts('[]'),
    facts('[{"type":"required_reviewers","prevent_self_review":false}]'),
    project('true'),
    { ...project('true'), code: 'deploy:\n  script: [./deploy.sh]\n  environment: { name: production/eu }\n' },
  ],
  good: [
    facts('[{"type":"required_reviewers","prevent_self_review":true}]'),
    facts('[]', 'review-app'),
    project('false'),
    { ...project('true'), code: 'deploy:\n  script: [./deploy.sh]\n  environment: staging\n' },
  ],
  checks: {
    *job(job, { dialect }, { facts: all }) {
      if (!deploysToProduction(job) || !job.environment) return;
      const at = job.environment.name.range;
      const name = job.environment.name.text;
      const self = dialect === 'gitlab' ? selfOnGitlab(all?.gitlab) : selfOnGithub(name, all?.github);
      if (self === undefined) yield { undecided: `whether who started the deployment to ${name} may approve it`, at };
      else if (self) yield { at, message: `${name}: whoever starts the deployment may also approve it` };
    },
  },
};

function selfOnGitlab(facts: GitlabFacts | undefined): boolean | undefined {
  return facts?.project?.allow_pipeline_trigger_approve_deployment;
}

function selfOnGithub(name: string, facts: GithubFacts | undefined): boolean | undefined {
  if (!facts?.environments) return undefined;
  const rules = facts.environments.find((one) => one.name === name)?.protection_rules;
  const reviewers = rules?.find(({ type }) => type === 'required_reviewers');
  // Without reviewers nobody else is asked.
  if (!reviewers) return true;
  return reviewers.prevent_self_review === undefined ? undefined : !reviewers.prevent_self_review;
}
