import { oncePer } from '../../../../lib/once-per.ts';
import { findReleases } from '../../gates/find-releases.ts';
import { imageOperand, namedImage, type NamedImage } from '../../gates/image-argument.ts';
import type { TextRange } from '../../../../lib/text/source-text.ts';
import { sharedCachesOf, sharesKey, type GitlabCache } from '../gitlab-caches.ts';
import type { Passage, Place } from '../place.ts';
import { isTrusted, placeOf, type Scene } from '../scene.ts';

/** GitLab, between runs of different trust: caches that are not kept apart, images that are pushed under the same tag. */
export function* gitlabSharedPassages(from: Place, scene: Scene): Generator<Passage> {
  if (from.privileged || from.pipeline.dialect !== 'gitlab') return;
  yield* byCache(from, scene);
  yield* byImage(from, scene);
}

function* byCache({ job }: Place, scene: Scene): Generator<Passage> {
  const saved = sharedCachesOf(job, scene.audit).filter(({ saves }) => saves);
  if (saved.length === 0) return;
  for (const { place, caches } of restoring(scene)) {
    for (const cache of caches) {
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
  for (const { place, image, at } of running(scene)) {
    if (place.job === job) continue;
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

/** Whether every run pushes the same name. */
function isFixed({ repository, tag = 'latest', digest }: NamedImage): boolean {
  return digest === undefined && !tag.includes('$') && !/\$(?!\{CI_(?:REGISTRY|PROJECT)\w*\})/.test(repository);
}

const restoring = oncePer(
  (scene: Scene): readonly { readonly place: Place; readonly caches: readonly GitlabCache[] }[] =>
    scene.pipelines.flatMap((pipeline) =>
      pipeline.jobs.flatMap((job) => {
        const caches = sharedCachesOf(job, scene.audit).filter(({ restores }) => restores);
        const place = caches.length > 0 ? placeOf(job, pipeline, scene, true, isTrusted) : undefined;
        return place ? [{ place, caches }] : [];
      }),
    ),
);

const running = oncePer(
  (scene: Scene): readonly { readonly place: Place; readonly image: NamedImage; readonly at: TextRange }[] =>
    scene.pipelines.flatMap((pipeline) =>
      pipeline.jobs.flatMap((job) =>
        job.images.flatMap(({ reference }) => {
          const image = namedImage(reference.text, job.variables);
          if (!image || !isFixed(image)) return [];
          const place = placeOf(job, pipeline, scene, true, isTrusted);
          return place ? [{ place, image, at: reference.range }] : [];
        }),
      ),
    ),
);
