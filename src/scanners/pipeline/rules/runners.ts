import type { PipelineRule } from '../rule.ts';
import { dockerSocket } from './runners/docker-socket.ts';
import { hostMount } from './runners/host-mount.ts';
import { metadataAccess } from './runners/metadata-access.ts';
import { privilegedRunner } from './runners/privileged-runner.ts';
import { runnerConfig } from './runners/runner-config.ts';
import { selfHostedUntrusted } from './runners/self-hosted-untrusted.ts';
import { sudo } from './runners/sudo.ts';

/** What a job can reach on the machine that runs it. */
export const runnersRules: readonly PipelineRule[] = [
  dockerSocket,
  hostMount,
  metadataAccess,
  privilegedRunner,
  runnerConfig,
  selfHostedUntrusted,
  sudo,
];
