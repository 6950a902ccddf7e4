import { listOf, type YamlEntry, type YamlMap, type YamlScalar } from '../../../lib/yaml/node.ts';
import type { JobInstance } from '../model/job.ts';
import type { Problem } from '../model/pipeline.ts';
import type { Variable } from '../model/variable.ts';

/** GitLab's limit of jobs that one matrix makes. */
const mostInstances = 200;

/**
 * The jobs that `parallel:matrix` makes of one (GitLab documentation, "CI/CD YAML syntax reference", parallel:matrix):
 * every combination of the values of each entry, named after them.
 */
export function readMatrix(
  name: string,
  body: YamlMap,
): { readonly instances?: readonly JobInstance[]; readonly problem?: Problem } {
  const matrix = body.map('parallel')?.get('matrix');
  if (matrix?.kind !== 'sequence') return {};
  const instances: JobInstance[] = [];
  for (const entry of matrix.items) {
    if (entry.kind !== 'map') continue;
    const axes = entry.entries.map(valuesOf);
    const size = axes.reduce((total, axis) => total * axis.length, 1);
    if (instances.length + size > mostInstances) {
      const message = `the matrix of ${name} makes more than ${mostInstances} jobs`;
      return { instances, problem: { code: 'schema', message, at: matrix.range } };
    }
    for (const variables of combine(axes)) {
      const values = variables.map(({ value }) => value?.text ?? '').join(', ');
      instances.push({ name: `${name}: [${values}]`, variables });
    }
  }
  return instances.length === 0 ? {} : { instances };
}

function valuesOf({ key, value }: YamlEntry): readonly Variable[] {
  const scalars = listOf(value).filter((item): item is YamlScalar => item.kind === 'scalar');
  return scalars.map((scalar) => ({ name: key.text, value: scalar, scope: 'job', at: key.range }));
}

function combine(axes: readonly (readonly Variable[])[]): readonly (readonly Variable[])[] {
  return axes.reduce<readonly (readonly Variable[])[]>(
    (rows, axis) => rows.flatMap((row) => axis.map((variable) => [...row, variable])),
    [[]],
  );
}
