import { parseImageReference } from '../../../lib/oci/image-reference.ts';
import type { CiLock } from '../lock/ci-lock.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { IssueFix } from '../rule.ts';
import { writtenText } from './written-text.ts';

/** The digest behind the name of an image, where the lock knows it and the whole name stands in one place. */
export function pinImage({ reference, resolved }: ImageUse, lock: CiLock | undefined): readonly IssueFix[] {
  const written = writtenText(reference);
  const whole = resolved !== undefined && (reference.text === resolved || reference.text === `docker://${resolved}`);
  const image = whole ? parseImageReference(resolved) : undefined;
  if (!lock || !written || !image || image.digest !== undefined) return [];
  const { registry, repository, tag = 'latest' } = image;
  const digest = lock.find({ kind: 'image', address: `${registry}/${repository}`, ref: tag })?.resolved;
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) return [];
  // The whole name is replaced, so that no other fix of it is applied beside this one.
  const edit = { at: written, text: `${reference.text}@${digest}` };
  return [{ description: `pin ${reference.text} by the digest in ci.lock`, safe: true, edits: [edit] }];
}
