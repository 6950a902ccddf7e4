import { reportGrant } from '../../trust/report-grant.ts';
import type { PipelineRule } from '../../rule.ts';
import { bad, good } from './trust-examples.ts';

export const oidcTrustPolicy: PipelineRule = {
  id: 'pipeline/oidc-trust-policy',
  title: 'Role of a cloud trusts more jobs than it should',
  severity: 'high',
  confidence: 'high',
  cwe: [863, 287],
  tags: ['CICD-SEC-2', 'CICD-SEC-6'],
  why: 'An identity token replaces the key of the cloud, so the conditions of the trust policy are all that keeps others out. The platform makes tokens for every project that it hosts; a policy that does not bind project and ref gives the role to them, or to a branch that nobody has reviewed.',
  fix: 'Compare the subject as a whole (`StringEquals`) with the project and a protected branch or environment, in every statement that lets the platform in; no wildcard across projects or refs, no `ForAllValues`, an audience for this one purpose.',
  dialects: ['gitlab', 'github'],
  bad,
  good,
  checks: {
    *repository(_, audit) {
      for (const { code, message, at } of audit.trust().problems) {
        const reason = code === 'limit' ? 'limit' : 'syntax';
        yield { undecided: `who is trusted can not be read: ${message}`, at, reason };
      }
    },
    *grant(grant, pipelines, audit) {
      if (grant.globs !== true) yield* reportGrant(grant, pipelines, audit);
    },
  },
};
