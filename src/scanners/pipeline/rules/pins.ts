import type { PipelineRule } from '../rule.ts';
import { actionUnpinned } from './pins/action-unpinned.ts';
import { archived } from './pins/archived.ts';
import { dependencyConfusion } from './pins/dependency-confusion.ts';
import { downloadExec } from './pins/download-exec.ts';
import { downloadNoChecksum } from './pins/download-no-checksum.ts';
import { hostKeyOff } from './pins/host-key-off.ts';
import { httpUrl } from './pins/http-url.ts';
import { imageMutable } from './pins/image-mutable.ts';
import { imageNoDigest } from './pins/image-no-digest.ts';
import { knownBad } from './pins/known-bad.ts';
import { lockfileNotEnforced } from './pins/lockfile-not-enforced.ts';
import { packageUnpinned } from './pins/package-unpinned.ts';
import { serviceImage } from './pins/service-image.ts';
import { tlsOff } from './pins/tls-off.ts';

/** What the pipeline takes from elsewhere, and whether it can change unseen. */
export const pinsRules: readonly PipelineRule[] = [
  imageMutable,
  imageNoDigest,
  serviceImage,
  archived,
  actionUnpinned,
  knownBad,
  packageUnpinned,
  lockfileNotEnforced,
  downloadExec,
  downloadNoChecksum,
  httpUrl,
  tlsOff,
  hostKeyOff,
  dependencyConfusion,
];
