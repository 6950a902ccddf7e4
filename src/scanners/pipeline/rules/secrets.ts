import type { PipelineRule } from '../rule.ts';
import { artifactPublic } from './secrets/artifact-public.ts';
import { cliPasswordFlag } from './secrets/cli-password-flag.ts';
import { dockerAuth } from './secrets/docker-auth.ts';
import { hardcodedSecret } from './secrets/hardcoded-secret.ts';
import { lostFailure } from './secrets/lost-failure.ts';
import { oidcAudShared } from './secrets/oidc-aud-shared.ts';
import { oidcTrustPolicy } from './secrets/oidc-trust-policy.ts';
import { oidcUnscopedJob } from './secrets/oidc-unscoped-job.ts';
import { runtimeSecretUnmasked } from './secrets/runtime-secret-unmasked.ts';
import { secretDerivedUnmasked } from './secrets/secret-derived-unmasked.ts';
import { secretGlobalScope } from './secrets/secret-global-scope.ts';
import { secretInArtifact } from './secrets/secret-in-artifact.ts';
import { secretInCache } from './secrets/secret-in-cache.ts';
import { secretInDotenv } from './secrets/secret-in-dotenv.ts';
import { secretInImageLayer } from './secrets/secret-in-image-layer.ts';
import { secretInLog } from './secrets/secret-in-log.ts';
import { secretOutsideEnvironment } from './secrets/secret-outside-environment.ts';
import { secretToUntrustedCode } from './secrets/secret-to-untrusted-code.ts';
import { staticCloudKeys } from './secrets/static-cloud-keys.ts';
import { tokenOverreach } from './secrets/token-overreach.ts';
import { tokenToForeignHost } from './secrets/token-to-foreign-host.ts';
import { urlCredentials } from './secrets/url-credentials.ts';
import { vaultRoleGlob } from './secrets/vault-role-glob.ts';

/** Where secrets come from, who gets them and where they end up. */
export const secretsRules: readonly PipelineRule[] = [
  staticCloudKeys,
  hardcodedSecret,
  urlCredentials,
  dockerAuth,
  cliPasswordFlag,
  secretGlobalScope,
  secretToUntrustedCode,
  secretOutsideEnvironment,
  secretInLog,
  lostFailure,
  secretDerivedUnmasked,
  runtimeSecretUnmasked,
  secretInArtifact,
  secretInCache,
  secretInDotenv,
  secretInImageLayer,
  artifactPublic,
  oidcAudShared,
  oidcUnscopedJob,
  oidcTrustPolicy,
  vaultRoleGlob,
  tokenToForeignHost,
  tokenOverreach,
];
