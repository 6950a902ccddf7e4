import type { Job } from '../../model/job.ts';
import type { JobRun } from '../../scenarios/scenario.ts';
import type { Untrusted } from '../../taint/flow.ts';
import type { JobTaint } from '../../taint/job-taint.ts';

/** Who chooses what a name begins with: a name that begins with a fixed part can not be just any. */
export function chooserOf(name: string, taint: JobTaint, runs: readonly JobRun[]): Untrusted | undefined {
  const [, braced, bare] = /^\$(?:\{(\w+)\}|(\w+))/.exec(name) ?? [];
  const variable = braced ?? bare;
  const untrusted = variable === undefined ? undefined : (taint.variable(variable).untrusted ?? slugOf(variable));
  if (!untrusted) return undefined;
  // Names of branches and tags are free only where the job runs for unprotected ones.
  const free = runs.some(({ runs, scenario }) => (runs === 'yes' || runs === 'manual') && scenario.privileged !== true);
  return untrusted.form === 'arbitrary' || free ? untrusted : undefined;
}

/** A slug is harmless in a script, but a branch called `production` has the slug `production`. */
function slugOf(variable: string): Untrusted | undefined {
  if (!/^CI_(?:COMMIT|MERGE_REQUEST_SOURCE_BRANCH)_(?:REF_)?SLUG$/.test(variable)) return undefined;
  return { source: `$${variable}`, trust: 'developer', form: 'structured', multiline: false, steps: [] };
}

/** Steps of the finding: how the value comes, and where it decides. */
export function pathTo(
  untrusted: Untrusted,
  at: Job['at'],
  message: string,
): { readonly at: Job['at']; readonly message: string }[] {
  return [...untrusted.steps, { at, message }];
}
