import type { PipelineRule } from '../rule.ts';
import { dockerSocket } from './runners/docker-socket.ts';
import { privilegedRunner } from './runners/privileged-runner.ts';

/** What a job can reach on the machine that runs it. */
export const runnersRules: readonly PipelineRule[] = [dockerSocket, privilegedRunner];
