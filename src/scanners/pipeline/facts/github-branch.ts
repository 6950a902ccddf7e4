import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Facts } from './facts.ts';
import type { GithubFacts } from './github-facts-schema.ts';

/** Facts that say what holds on the default branch. */
export const branchFacts = ['rules', 'branch_protection'] as const;

/**
 * What holds on the default branch: a ruleset or the classic protection may say it, and the stricter one counts.
 * Undefined where neither says so and one of them is not known.
 */
export interface BranchRules {
  readonly needsPullRequest: boolean | undefined;
  readonly needsApproval: boolean | undefined;
  readonly dismissesStaleReviews: boolean | undefined;
  readonly needsApprovalOfLastPush: boolean | undefined;
  readonly needsCodeOwners: boolean | undefined;
  readonly blocksForcePush: boolean | undefined;
  readonly needsSignatures: boolean | undefined;
}

export function githubBranch({ rules, branch_protection: protection }: GithubFacts): BranchRules {
  const requests = rules?.flatMap(({ type, parameters }) => (type === 'pull_request' ? [parameters ?? {}] : []));
  const reviews = protection?.required_pull_request_reviews;
  // Null: there is no classic protection, so that it says no.
  const classic = (says: boolean): boolean | undefined => (protection === undefined ? undefined : says);
  return {
    needsPullRequest: either(requests && requests.length > 0, classic(reviews !== undefined)),
    needsApproval: either(
      requests?.some(({ required_approving_review_count: count = 0 }) => count > 0),
      classic((reviews?.required_approving_review_count ?? (reviews ? 1 : 0)) > 0),
    ),
    dismissesStaleReviews: either(
      requests?.some((one) => one.dismiss_stale_reviews_on_push === true),
      classic(reviews?.dismiss_stale_reviews === true),
    ),
    needsApprovalOfLastPush: either(
      requests?.some((one) => one.require_last_push_approval === true),
      classic(reviews?.require_last_push_approval === true),
    ),
    needsCodeOwners: either(
      requests?.some((one) => one.require_code_owner_review === true),
      classic(reviews?.require_code_owner_reviews === true),
    ),
    blocksForcePush: either(
      rules?.some(({ type }) => type === 'non_fast_forward'),
      classic(!!protection && protection.allow_force_pushes?.enabled !== true),
    ),
    needsSignatures: either(
      rules?.some(({ type }) => type === 'required_signatures'),
      classic(protection?.required_signatures?.enabled === true),
    ),
  };
}

/** Where it is written what holds: the rule that asks for pull requests, else the rules. */
export function branchPlace({ rules, branch_protection: protection }: GithubFacts, all: Facts): TextRange {
  const request = rules?.findIndex(({ type }) => type === 'pull_request') ?? -1;
  if (request !== -1) return all.at('github', 'rules', request);
  return protection ? all.at('github', 'branch_protection') : all.at('github', 'rules');
}

function either(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === true || other === true) return true;
  return one === undefined || other === undefined ? undefined : false;
}
