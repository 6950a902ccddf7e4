import type { PipelineRule } from '../rule.ts';
import { scmBranchProtection } from './settings/scm-branch-protection.ts';
import { scmForcePush } from './settings/scm-force-push.ts';
import { scmTagProtection } from './settings/scm-tag-protection.ts';
import { scmApprovals } from './settings/scm-approvals.ts';
import { scmSelfApprove } from './settings/scm-self-approve.ts';
import { scmStaleApproval } from './settings/scm-stale-approval.ts';
import { scmCodeownersCi } from './settings/scm-codeowners-ci.ts';
import { scmCodeownersMissing } from './settings/scm-codeowners-missing.ts';
import { scmPushRules } from './settings/scm-push-rules.ts';
import { scmSignedCommits } from './settings/scm-signed-commits.ts';
import { scmForkPipelines } from './settings/scm-fork-pipelines.ts';
import { scmProtectedInMr } from './settings/scm-protected-in-mr.ts';
import { scmJobToken } from './settings/scm-job-token.ts';
import { scmVariableOverride } from './settings/scm-variable-override.ts';
import { variableUnprotected } from './settings/variable-unprotected.ts';
import { variableUnmasked } from './settings/variable-unmasked.ts';
import { variableScope } from './settings/variable-scope.ts';

/** What is decided outside the repository: branches, approvals, variables. */
export const settingsRules: readonly PipelineRule[] = [
  scmBranchProtection,
  scmForcePush,
  scmTagProtection,
  scmApprovals,
  scmSelfApprove,
  scmStaleApproval,
  scmCodeownersCi,
  scmCodeownersMissing,
  scmPushRules,
  scmSignedCommits,
  scmForkPipelines,
  scmProtectedInMr,
  scmJobToken,
  scmVariableOverride,
  variableUnprotected,
  variableUnmasked,
  variableScope,
];
