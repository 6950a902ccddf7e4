import type { PipelineRule } from '../rule.ts';
import { componentMutable } from './configuration/component-mutable.ts';
import { deprecatedKeyword } from './configuration/deprecated-keyword.ts';
import { duplicateKey } from './configuration/duplicate-key.ts';
import { duplicatePipelines } from './configuration/duplicate-pipelines.ts';
import { dynamicChildPipeline } from './configuration/dynamic-child-pipeline.ts';
import { emptyContext } from './configuration/empty-context.ts';
import { includeFromVariable } from './configuration/include-from-variable.ts';
import { includeMutable } from './configuration/include-mutable.ts';
import { ineffectiveDependency } from './configuration/ineffective-dependency.ts';
import { lockStale } from './configuration/lock-stale.ts';
import { missingDependency } from './configuration/missing-dependency.ts';
import { remoteInclude } from './configuration/remote-include.ts';
import { schema } from './configuration/schema.ts';
import { suppressionInvalid } from './configuration/suppression-invalid.ts';
import { suppressionUnused } from './configuration/suppression-unused.ts';
import { templateLatest } from './configuration/template-latest.ts';
import { timeoutMissing } from './configuration/timeout-missing.ts';
import { unknownKey } from './configuration/unknown-key.ts';
import { unreachableJob } from './configuration/unreachable-job.ts';
import { workflowRulesMissing } from './configuration/workflow-rules-missing.ts';
import { yamlFold } from './configuration/yaml-fold.ts';

/** Whether the definition means what its author thinks. */
export const configurationRules: readonly PipelineRule[] = [
  componentMutable,
  deprecatedKeyword,
  duplicateKey,
  duplicatePipelines,
  dynamicChildPipeline,
  emptyContext,
  includeFromVariable,
  includeMutable,
  ineffectiveDependency,
  lockStale,
  missingDependency,
  remoteInclude,
  schema,
  suppressionInvalid,
  suppressionUnused,
  templateLatest,
  timeoutMissing,
  unknownKey,
  unreachableJob,
  workflowRulesMissing,
  yamlFold,
];
