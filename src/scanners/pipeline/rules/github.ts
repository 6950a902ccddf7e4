import type { PipelineRule } from '../rule.ts';
import { aiPrompt } from './github/ai-prompt.ts';
import { artifactPoisoning } from './github/artifact-poisoning.ts';
import { cacheInRelease } from './github/cache-in-release.ts';
import { cachePoisoning } from './github/cache-poisoning.ts';
import { deprecatedCommand } from './github/deprecated-command.ts';
import { envFileInjection } from './github/env-file-injection.ts';
import { oidcUnscopedJob } from './github/oidc-unscoped-job.ts';
import { persistedCredentials } from './github/persisted-credentials.ts';
import { pwnRequest } from './github/pwn-request.ts';
import { secretsInherited } from './github/secrets-inherited.ts';
import { selfHostedUntrusted } from './github/self-hosted-untrusted.ts';
import { spoofableActor } from './github/spoofable-actor.ts';
import { templateInjection } from './github/template-injection.ts';
import { tokenOverreach } from './github/token-overreach.ts';
import { unsoundCondition } from './github/unsound-condition.ts';

/** What only GitHub Actions has: expressions, events with rights, the token of the workflow. */
export const githubRules: readonly PipelineRule[] = [
  aiPrompt,
  artifactPoisoning,
  cacheInRelease,
  cachePoisoning,
  deprecatedCommand,
  envFileInjection,
  oidcUnscopedJob,
  persistedCredentials,
  pwnRequest,
  secretsInherited,
  selfHostedUntrusted,
  spoofableActor,
  templateInjection,
  tokenOverreach,
  unsoundCondition,
];
