import type { YamlScalar } from '../../../lib/yaml/node.ts';
import { parseImageReference } from '../../../lib/oci/image-reference.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { RunStep } from '../model/step.ts';

/** Docker's official images whose shell is busybox' ash whatever the tag. */
const withoutBash: ReadonlySet<string> = new Set(['alpine', 'busybox', 'caddy', 'docker', 'registry', 'traefik']);

/** Commands that only PowerShell has. */
const powershell = /\$env:\w|\b(?:Get|Set|New|Remove|Write|Invoke|Start|Add|Out|Test|Copy|Expand)-[A-Z][A-Za-z]+\b/;

/**
 * Who reads a job's script. The runner looks for bash, then sh, in the image; it sets errexit, and pipefail where the
 * shell has it: bash and busybox' ash, which are what Docker's official images have (GitLab Runner, shells/bash.go).
 * Of other images, and of runners without containers, nobody knows; on a runner for Windows that is given PowerShell it
 * is PowerShell.
 */
export function jobShell(
  images: readonly ImageUse[],
  tags: readonly YamlScalar[],
  script: readonly YamlScalar[],
): Pick<RunStep, 'shell' | 'errexit' | 'pipefail'> {
  if (tags.some(({ text }) => /windows/i.test(text)) && script.some(({ text }) => powershell.test(text))) {
    return { shell: 'pwsh', errexit: true, pipefail: 'unknown' };
  }
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
