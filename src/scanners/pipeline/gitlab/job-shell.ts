import { parseImageReference } from '../../../lib/oci/image-reference.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { RunStep } from '../model/step.ts';

/** Docker's official images whose shell is busybox' ash whatever the tag. */
const withoutBash: ReadonlySet<string> = new Set(['alpine', 'busybox', 'caddy', 'docker', 'registry', 'traefik']);

/**
 * Who reads a job's script. The runner looks for bash, then sh, in the image; it sets errexit, and pipefail where the
 * shell has it: bash and busybox' ash, which are what Docker's official images have (GitLab Runner, shells/bash.go).
 * Of other images, and of runners without containers, nobody knows.
 */
export function jobShell(images: readonly ImageUse[]): Pick<RunStep, 'shell' | 'errexit' | 'pipefail'> {
  const shells = new Set(images.flatMap((image) => (image.role === 'job' ? [shellOf(image)] : [])));
  const [shell, another] = shells;
  if (shell === undefined || another !== undefined) return { shell: 'unknown', errexit: true, pipefail: 'unknown' };
  return { shell, errexit: true, pipefail: shell === 'unknown' ? 'unknown' : true };
}

function shellOf({ resolved }: ImageUse): 'bash' | 'sh' | 'unknown' {
  const image = resolved === undefined ? undefined : parseImageReference(resolved);
  if (image?.registry !== 'docker.io' || !image.repository.startsWith('library/')) return 'unknown';
  const name = image.repository.slice('library/'.length);
  return withoutBash.has(name) || /alpine/.test(image.tag ?? '') ? 'sh' : 'bash';
}
