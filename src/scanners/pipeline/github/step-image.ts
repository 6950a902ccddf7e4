import type { YamlNode } from '../../../lib/yaml/node.ts';
import type { ImageUse } from '../model/image-use.ts';

const scheme = 'docker://';

/** The image that a step or an action runs in, when it names one (`docker://alpine:3.20`). */
export function stepImage(reference: YamlNode | undefined): readonly ImageUse[] {
  if (reference?.kind !== 'scalar' || !reference.text.startsWith(scheme)) return [];
  const image = reference.text.slice(scheme.length);
  return [{ role: 'step', reference, ...(!image.includes('${{') && { resolved: image }) }];
}
