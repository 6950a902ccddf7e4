import type { PipelineRule } from '../rule.ts';

/** Whether the definition means what its author thinks. */
export const configurationRules: readonly PipelineRule[] = [];
