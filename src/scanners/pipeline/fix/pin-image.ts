import { parseImageReference } from '../../../lib/oci/image-reference.ts';
import type { CiLock } from '../lock/ci-lock.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { IssueFix } from '../rule.ts';
import { imageVariable } from './image-variable.ts';
import { writtenText } from './written-text.ts';

/**
 * The digest behind the name of an image, where the lock knows it and the whole name stands in one place. In a variable
 * it wants a look: programs may read that too.
 */
export function pinImage(use: ImageUse, job: Job, pipeline: Pipeline, lock: CiLock | undefined): readonly IssueFix[] {
  const { reference, resolved } = use;
  const image = resolved === undefined ? undefined : parseImageReference(resolved);
  if (!lock || !image || image.digest !== undefined) return [];
  const { registry, repository, tag = 'latest' } = image;
  const digest = lock.find({ kind: 'image', address: `${registry}/${repository}`, ref: tag })?.resolved;
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) return [];
  const isWhole = reference.text === resolved || reference.text === `docker://${resolved}`;
  const named = isWhole ? reference : imageVariable(use, job, pipeline);
  const written = named && writtenText(named);
  if (!written) return [];
  // The whole name is replaced, so that no other fix of it is applied beside this one.
  const edit = { at: written, text: `${named.text}@${digest}` };
  return [{ description: `pin ${named.text} by the digest in ci.lock`, safe: isWhole, edits: [edit] }];
}
