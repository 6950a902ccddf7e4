import { pinImage } from '../../fix/pin-image.ts';
import type { Audit } from '../../audit/audit.ts';
import type { ImageUse } from '../../model/image-use.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Issue } from '../../rule.ts';
import { imageName, tagStability } from './tag-stability.ts';

/** An image whose content changes under the same name. */
export function* judgeTag(
  image: ImageUse,
  role: 'job' | 'service',
  job: Job,
  pipeline: Pipeline,
  { lock }: Audit,
): Generator<Issue> {
  if ((image.role === 'service' ? 'service' : 'job') !== role) return;
  const stability = tagStability(image);
  if (stability !== 'floating' && stability !== 'series') return;
  // A database that tests talk to may follow its series; a daemon that builds everything may not.
  if (role === 'service' && stability === 'series' && !/(?:^|\/)docker$/.test(imageName(image))) return;
  const written = image.resolved ?? image.reference.text;
  const untagged = !/:[^/]*$/.test(written);
  const reason = untagged
    ? 'has no tag and means latest'
    : stability === 'series'
      ? 'follows every release of its series'
      : 'follows whatever was built last';
  yield {
    at: image.reference.range,
    message: `\`${written}\` ${reason}`,
    ...(stability === 'series' && { severity: 'medium' as const }),
    fixes: pinImage(image, job, pipeline, lock),
  };
}
