import { oncePer } from '../../../../lib/once-per.ts';
import { findReleases } from '../../gates/find-releases.ts';
import { imageOperand, namedImage, type NamedImage } from '../../gates/image-argument.ts';
import { sharedCachesOf, sharesKey } from '../gitlab-caches.ts';
import type { Passage, Place } from '../place.ts';
import { trustedPlaces, type Scene } from '../scene.ts';

/** GitLab, between runs of different trust: caches that are not kept apart, images that are pushed under the same tag. */
export function* gitlabSharedPassages(from: Place, scene: Scene): Generator<Passage> {
  if (from.privileged || from.pipeline.dialect !== 'gitlab') return;
  yield* byCache(from, scene);
  yield* byImage(from, scene);
}

function* byCache({ job }: Place, scene: Scene): Generator<Passage> {
  const saved = sharedCachesOf(job, scene.audit).filter(({ saves }) => saves);
  if (saved.length === 0) return;
  for (const { place, found } of restoring(scene)) {
    for (const cache of found) {
      const match = saved.find((one) => sharesKey(one, cache));
      if (!match) continue;
      const again = place.job === job ? 'its run on a protected branch' : place.job.name;
      yield {
        into: place,
        through: 'a cache',
        rule: 'pipeline/cache-poisoning',
        steps: [
          { at: match.at, message: `${job.name} saves the cache ${match.key}, which all branches share` },
          { at: cache.at, message: `${again} restores it and goes on with what is in it` },
        ],
      };
      break;
    }
  }
}

function* byImage({ job, pipeline }: Place, scene: Scene): Generator<Passage> {
  const pushed = findReleases(pipeline).flatMap(({ what, command, at, job: pusher }) => {
    const image = pusher === job && what === 'image' && command ? imageOperand(command, job.variables) : undefined;
    return image && isFixed(image) ? [{ image, at }] : [];
  });
  if (pushed.length === 0) return;
  for (const { place, found } of running(scene)) {
    if (place.job === job) continue;
    for (const { image, at } of found) {
      const match = pushed.find(
        (one) => one.image.repository === image.repository && (one.image.tag ?? 'latest') === (image.tag ?? 'latest'),
      );
      if (!match) continue;
      const name = `${image.repository}:${image.tag ?? 'latest'}`;
      yield {
        into: place,
        through: 'an image',
        steps: [
          { at: match.at, message: `${job.name} pushes ${name}` },
          { at, message: `${place.job.name} runs in it` },
        ],
      };
    }
  }
}

/** Whether every run pushes the same name. */
function isFixed({ repository, tag = 'latest', digest }: NamedImage): boolean {
  return digest === undefined && !tag.includes('$') && !/\$(?!\{CI_(?:REGISTRY|PROJECT)\w*\})/.test(repository);
}

const restoring = oncePer((scene: Scene) =>
  trustedPlaces(scene, (job) => sharedCachesOf(job, scene.audit).filter(({ restores }) => restores)),
);

const running = oncePer((scene: Scene) =>
  trustedPlaces(scene, ({ images, variables }) =>
    images.flatMap(({ reference }) => {
      const image = namedImage(reference.text, variables);
      return image && isFixed(image) ? [{ image, at: reference.range }] : [];
    }),
  ),
);
