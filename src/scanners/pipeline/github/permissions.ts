import type { YamlEntry } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';

/** What the token of a job may do. */
export interface Permissions {
  /** Where it is said; undefined: nowhere, and the repository's default holds. */
  readonly entry?: YamlEntry;
  /** `all` or the scopes with write. */
  readonly writes: 'all' | 'default' | readonly string[];
}

/** The job's own permissions, else the workflow's; once some are given the others are none. */
export function permissionsOf(job: Job, { document }: Pipeline): Permissions {
  const entry = job.body.entry('permissions') ?? document.entry('permissions');
  return entry ? { entry, writes: writesOf(entry) } : { writes: 'default' };
}

export function writesOf({ value }: YamlEntry): 'all' | readonly string[] {
  if (value.kind === 'scalar') return value.text === 'write-all' ? 'all' : [];
  if (value.kind !== 'map') return [];
  return value.entries.flatMap((scope) =>
    scope.value.kind === 'scalar' && scope.value.text === 'write' ? [scope.key.text] : [],
  );
}

/** Whether a job's token, or a secret that it names, is worth stealing. */
export function holdsSomething(job: Job, pipeline: Pipeline): boolean {
  const { writes } = permissionsOf(job, pipeline);
  if (writes === 'all' || writes === 'default' || writes.length > 0) return true;
  const { source, start, end } = job.body.range;
  return /\bsecrets\s*[.[]|secrets:\s*inherit/.test(source.text.slice(start, end));
}
