import type { PipelineRule } from '../rule.ts';
import { approvalNotProtected } from './gates/approval-not-protected.ts';
import { approvalOptional } from './gates/approval-optional.ts';
import { deployAnyBranch } from './gates/deploy-any-branch.ts';
import { gateAfterPublish } from './gates/gate-after-publish.ts';
import { gateCannotFail } from './gates/gate-cannot-fail.ts';
import { gateMissing } from './gates/gate-missing.ts';
import { gateScenarioGap } from './gates/gate-scenario-gap.ts';
import { noConcurrencyLock } from './gates/no-concurrency-lock.ts';
import { noDeployWindow } from './gates/no-deploy-window.ts';
import { noRollback } from './gates/no-rollback.ts';
import { noVerify } from './gates/no-verify.ts';
import { reportNotIngested } from './gates/report-not-ingested.ts';
import { shallowHistoryScan } from './gates/shallow-history-scan.ts';
import { unanchoredRegex } from './gates/unanchored-regex.ts';

/** Whether the gates close. */
export const gatesRules: readonly PipelineRule[] = [
  approvalNotProtected,
  approvalOptional,
  deployAnyBranch,
  gateAfterPublish,
  gateCannotFail,
  gateMissing,
  gateScenarioGap,
  noConcurrencyLock,
  noDeployWindow,
  noRollback,
  noVerify,
  reportNotIngested,
  shallowHistoryScan,
  unanchoredRegex,
];
