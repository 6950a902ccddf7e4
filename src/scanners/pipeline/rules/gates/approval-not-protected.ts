import { covers } from '../../facts/protected-ref.ts';
import type { PipelineRule } from '../../rule.ts';
import { deploysToProduction } from './production.ts';

const ci = 'deploy:\n  script: [./deploy.sh]\n  environment: production\n  when: manual\n';
const facts = (environments: string) => ({
  path: '.gitlab-ci.yml',
  code: ci,
  beside: { 'portcullis.facts.json': `{"version":1,"gitlab":{"protected_environments":${environments}}}` },
});

export const approvalNotProtected: PipelineRule = {
  id: 'pipeline/approval-not-protected',
  title: 'Production can be deployed without an approval',
  severity: 'high',
  confidence: 'high',
  cwe: [862, 284],
  tags: ['CICD-SEC-1', 'CIS-5.1.1'],
  why: 'A manual job is a button for everybody who may run the pipeline, also for the author of the change; only a protected environment asks somebody else.',
  fix: 'Protect the environment: name who may deploy and require approvals.',
  dialects: ['gitlab'],
  bad: [facts('[]'), facts('[{"name":"production","required_approval_count":0}]')],
  good: [
    facts('[{"name":"production","required_approval_count":2}]'),
    facts('[{"name":"prod*","approval_rules":[{"required_approvals":1}]}]'),
  ],
  checks: {
    *job(job, _pipeline, { facts: all }) {
      if (!deploysToProduction(job) || !job.environment) return;
      const at = job.environment.name.range;
      const environments = all?.gitlab?.protected_environments;
      if (!environments) {
        yield { undecided: 'which environments are protected', at };
        return;
      }
      const name = job.environment.name.text;
      const rule = environments.find((one) => covers(one.name, name));
      const approvals = Math.max(
        rule?.required_approval_count ?? 0,
        ...(rule?.approval_rules ?? []).map((one) => one.required_approvals ?? 0),
      );
      if (approvals > 0) return;
      yield {
        at,
        message: rule
          ? `${name} is protected, but needs no approval`
          : `${name} is not protected: everybody who may run the job may deploy`,
      };
    },
  },
};
