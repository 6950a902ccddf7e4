import type { PipelineRule } from '../rule.ts';

/** Whether the gates close. */
export const gatesRules: readonly PipelineRule[] = [];
