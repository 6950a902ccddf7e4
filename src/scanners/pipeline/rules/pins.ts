import type { PipelineRule } from '../rule.ts';
import { downloadExec } from './pins/download-exec.ts';

/** What the pipeline takes from elsewhere, and whether it can change unseen. */
export const pinsRules: readonly PipelineRule[] = [downloadExec];
