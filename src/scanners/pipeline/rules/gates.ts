import type { PipelineRule } from '../rule.ts';
import { approvalNotProtected } from './gates/approval-not-protected.ts';
import { approvalOptional } from './gates/approval-optional.ts';
import { approvalSelf } from './gates/approval-self.ts';
import { deployAnyBranch } from './gates/deploy-any-branch.ts';
import { deployUnverified } from './gates/deploy-unverified.ts';
import { gateAfterPublish } from './gates/gate-after-publish.ts';
import { gateBypassable } from './gates/gate-bypassable.ts';
import { gateCannotFail } from './gates/gate-cannot-fail.ts';
import { gateMissing } from './gates/gate-missing.ts';
import { gateScenarioGap } from './gates/gate-scenario-gap.ts';
import { gateSettingsUnowned } from './gates/gate-settings-unowned.ts';
import { gateWeakened } from './gates/gate-weakened.ts';
import { imageEntrypoint } from './gates/image-entrypoint.ts';
import { interruptibleDeploy } from './gates/interruptible-deploy.ts';
import { mutablePublish } from './gates/mutable-publish.ts';
import { noConcurrencyLock } from './gates/no-concurrency-lock.ts';
import { noDeployWindow } from './gates/no-deploy-window.ts';
import { noProvenance } from './gates/no-provenance.ts';
import { noRollback } from './gates/no-rollback.ts';
import { noSbom } from './gates/no-sbom.ts';
import { noVerify } from './gates/no-verify.ts';
import { releaseUnsigned } from './gates/release-unsigned.ts';
import { reportNotIngested } from './gates/report-not-ingested.ts';
import { rulesTautology } from './gates/rules-tautology.ts';
import { scanOtherArtifact } from './gates/scan-other-artifact.ts';
import { scannerSourceOverride } from './gates/scanner-source-override.ts';
import { shallowHistoryScan } from './gates/shallow-history-scan.ts';
import { testsMissing } from './gates/tests-missing.ts';
import { trustedPublishing } from './gates/trusted-publishing.ts';
import { unanchoredRegex } from './gates/unanchored-regex.ts';

/** Whether the gates close. */
export const gatesRules: readonly PipelineRule[] = [
  approvalNotProtected,
  approvalOptional,
  approvalSelf,
  deployAnyBranch,
  deployUnverified,
  gateAfterPublish,
  gateBypassable,
  gateCannotFail,
  gateMissing,
  gateScenarioGap,
  gateSettingsUnowned,
  gateWeakened,
  imageEntrypoint,
  interruptibleDeploy,
  mutablePublish,
  noConcurrencyLock,
  noDeployWindow,
  noProvenance,
  noRollback,
  noSbom,
  noVerify,
  releaseUnsigned,
  reportNotIngested,
  rulesTautology,
  scanOtherArtifact,
  scannerSourceOverride,
  shallowHistoryScan,
  testsMissing,
  trustedPublishing,
  unanchoredRegex,
];
