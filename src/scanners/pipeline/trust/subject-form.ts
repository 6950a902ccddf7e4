import type { Facts } from '../facts/facts.ts';
import type { Issuer } from './issuer.ts';
import type { SubjectForm } from './token.ts';

/** What the project's subjects are made of, by its settings; undefined when they do not say. */
export function subjectForm({ platform }: Issuer, facts: Facts | undefined): SubjectForm | undefined {
  if (platform === 'gitlab') return facts?.gitlab?.project?.ci_id_token_sub_claim_components;
  const chosen = facts?.github?.oidc_subject;
  if (!chosen) return undefined;
  return chosen.use_default === false ? chosen.include_claim_keys : ['repo', 'context'];
}

/** The fact that says it. */
export function subjectFact({ platform }: Issuer): string {
  return platform === 'gitlab' ? 'gitlab.project.ci_id_token_sub_claim_components' : 'github.oidc_subject';
}
