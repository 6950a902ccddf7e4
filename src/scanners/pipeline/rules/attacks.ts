import type { PipelineRule } from '../rule.ts';

/** What an outsider or a contributor can make the pipeline do. */
export const attacksRules: readonly PipelineRule[] = [];
