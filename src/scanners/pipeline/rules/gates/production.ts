import type { Job } from '../../model/job.ts';

/** Whether a job puts something before users: an environment with a name that says so. */
export function deploysToProduction({ environment }: Job): boolean {
  return (
    environment?.action === 'start' &&
    /(?:^|[^a-z])(?:prod|production|prd|live)(?:$|[^a-z])/i.test(environment.name.text) &&
    !/pre-?prod|non-?prod/i.test(environment.name.text)
  );
}
