import type { PipelineRule } from '../rule.ts';

/** What is decided outside the repository: branches, approvals, variables. */
export const settingsRules: readonly PipelineRule[] = [];
