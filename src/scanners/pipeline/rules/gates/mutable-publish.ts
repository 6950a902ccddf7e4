import { findReleases, type Release } from '../../gates/find-releases.ts';
import { imageOperand, isMovable, namedImage, type NamedImage } from '../../gates/image-argument.ts';
import type { PipelineRule } from '../../rule.ts';
import { githubRelease, gitlabRelease } from './release-examples.ts';

const pushAction = (tags: string) =>
  `uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: ${tags}`;

export const mutablePublish: PipelineRule = {
  id: 'pipeline/mutable-publish',
  title: 'Image is published under a moving name only',
  severity: 'medium',
  confidence: 'medium',
  cwe: [345, 1357],
  tags: ['CICD-SEC-9', 'SLSA-L2'],
  why: 'The next build replaces it: nobody can say which version ran, go back to it, or know that what they scanned is what they run.',
  fix: 'Push a name of its own for every build (the commit, the version) and move the other tag to it; forbid overwriting in the registry.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    gitlabRelease('docker push $CI_REGISTRY_IMAGE:latest'),
    gitlabRelease('docker push registry.example.com/team/app'),
    githubRelease('run: docker push ghcr.io/o/app:latest'),
    githubRelease(pushAction('ghcr.io/o/app:latest')),
  ],
  good: [
    gitlabRelease('docker push $CI_REGISTRY_IMAGE:$CI_COMMIT_SHA', 'docker push $CI_REGISTRY_IMAGE:latest'),
    gitlabRelease('docker push --all-tags $CI_REGISTRY_IMAGE'),
    githubRelease('run: docker push ghcr.io/o/app:1.2.3'),
    githubRelease(pushAction('ghcr.io/o/app:latest,ghcr.io/o/app:${{ github.sha }}')),
    githubRelease(pushAction('${{ steps.meta.outputs.tags }}')),
  ],
  checks: {
    *pipeline(pipeline) {
      const pushed = findReleases(pipeline).flatMap((one) =>
        one.what === 'image' ? imagesOf(one).map((image) => ({ one, image })) : [],
      );
      for (const { one, image } of pushed) {
        if (!isMovable(image)) continue;
        const lasting = pushed.some((other) => other.image.repository === image.repository && !isMovable(other.image));
        if (!lasting)
          yield {
            at: one.at,
            message: `${image.repository}:${image.tag ?? 'latest'} is the only name it gets, and the next build takes it`,
          };
      }
    },
  },
};

function imagesOf({ command, step, job }: Release): readonly NamedImage[] {
  if (command) {
    if (command.args.some(({ prefix }) => /^(?:--all-tags|-a)$/.test(prefix))) return [];
    const image =
      /^(?:docker|podman|nerdctl)$/.test(command.name ?? '') && command.args.some(({ value }) => value === 'push')
        ? imageOperand(command, job.variables)
        : undefined;
    return image ? [image] : [];
  }
  const tags = step?.kind === 'use' ? (step.inputs?.text('tags') ?? '') : '';
  const names = tags.split(/[\n,]/).map((name) => name.trim());
  // One expression may give any number of names.
  if (names.some((name) => name.startsWith('${{'))) return [];
  return names.flatMap((name) =>
    name === '' ? [] : (namedImage(name.replaceAll(/\$\{\{[^}]*\}\}/g, 'x'), job.variables) ?? []),
  );
}
