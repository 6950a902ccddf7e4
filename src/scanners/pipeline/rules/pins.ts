import type { PipelineRule } from '../rule.ts';
import { actionNestedUnpinned } from './pins/action-nested-unpinned.ts';
import { actionOfficialUnpinned } from './pins/action-official-unpinned.ts';
import { actionUnpinned } from './pins/action-unpinned.ts';
import { archived } from './pins/archived.ts';
import { dependabotCodeExecution } from './pins/dependabot-code-execution.ts';
import { dependencyConfusion } from './pins/dependency-confusion.ts';
import { downloadExec } from './pins/download-exec.ts';
import { downloadNoChecksum } from './pins/download-no-checksum.ts';
import { hostKeyOff } from './pins/host-key-off.ts';
import { httpUrl } from './pins/http-url.ts';
import { imageFromVariable } from './pins/image-from-variable.ts';
import { imageMutable } from './pins/image-mutable.ts';
import { imageNoDigest } from './pins/image-no-digest.ts';
import { impostorCommit } from './pins/impostor-commit.ts';
import { installScriptsEnabled } from './pins/install-scripts-enabled.ts';
import { knownBad } from './pins/known-bad.ts';
import { lockfileNotEnforced } from './pins/lockfile-not-enforced.ts';
import { noCooldown } from './pins/no-cooldown.ts';
import { packageUnpinned } from './pins/package-unpinned.ts';
import { serviceImage } from './pins/service-image.ts';
import { shaCommentMismatch } from './pins/sha-comment-mismatch.ts';
import { tlsOff } from './pins/tls-off.ts';
import { toolUnpinned } from './pins/tool-unpinned.ts';
import { typosquat } from './pins/typosquat.ts';
import { updatesMissing } from './pins/updates-missing.ts';

/** What the pipeline takes from elsewhere, and whether it can change unseen. */
export const pinsRules: readonly PipelineRule[] = [
  actionNestedUnpinned,
  actionOfficialUnpinned,
  actionUnpinned,
  archived,
  dependabotCodeExecution,
  dependencyConfusion,
  downloadExec,
  downloadNoChecksum,
  hostKeyOff,
  httpUrl,
  imageFromVariable,
  imageMutable,
  imageNoDigest,
  impostorCommit,
  installScriptsEnabled,
  knownBad,
  lockfileNotEnforced,
  noCooldown,
  packageUnpinned,
  serviceImage,
  shaCommentMismatch,
  tlsOff,
  toolUnpinned,
  typosquat,
  updatesMissing,
];
