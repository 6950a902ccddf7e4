import { oncePer } from '../../../lib/once-per.ts';
import type { YamlScalar } from '../../../lib/yaml/node.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';

/** The value of the variable that is the whole name of an image, where the definition uses it as nothing else. */
export function imageVariable(image: ImageUse, job: Job, pipeline: Pipeline): YamlScalar | undefined {
  const name = /^\$(?:\{(?<braced>\w+)\}|(?<bare>\w+))$/.exec(image.reference.text)?.groups;
  const variable = name?.['braced'] ?? name?.['bare'];
  const value = job.variables.findLast((one) => one.name === variable)?.value;
  if (variable === undefined || value === undefined || value.text !== image.resolved) return undefined;
  return usedOtherwise(pipeline).has(variable) ? undefined : value;
}

/** Variables that scripts, other variables or parts of names of images have in them. */
const usedOtherwise = oncePer(({ jobs, variables }: Pipeline): ReadonlySet<string> => {
  const used = new Set<string>();
  const read = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/\$\{?(\w+)/g)) used.add(name);
  };
  for (const { value } of variables) read(value?.text ?? '');
  for (const { images, steps, variables: own } of jobs) {
    for (const { reference } of images) if (!/^\$(?:\{\w+\}|\w+)$/.test(reference.text)) read(reference.text);
    for (const { value, scope } of own) if (scope === 'job') read(value?.text ?? '');
    for (const step of steps) if (step.kind === 'run') read(step.script.text);
  }
  return used;
});
