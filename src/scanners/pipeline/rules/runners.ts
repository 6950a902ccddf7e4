import type { PipelineRule } from '../rule.ts';

/** What a job can reach on the machine that runs it. */
export const runnersRules: readonly PipelineRule[] = [];
