import type { PipelineRule } from '../rule.ts';

/** Where secrets come from, who gets them and where they end up. */
export const secretsRules: readonly PipelineRule[] = [];
