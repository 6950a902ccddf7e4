import { oncePer } from '../../../lib/once-per.ts';
import type { Job } from './job.ts';
import type { Pipeline } from './pipeline.ts';

/** The job of a name; the name of one of the jobs that `parallel` makes of it (`job: [a, b]`, `job 1/3`) is its too. */
export function findJob(pipeline: Pipeline, name: string): Job | undefined {
  const jobs = jobsByName(pipeline);
  return jobs.get(name) ?? jobs.get(name.replace(/ \d+\/\d+$/, ''));
}

const jobsByName = oncePer(({ jobs }: Pipeline): ReadonlyMap<string, Job> => {
  const byName = new Map<string, Job>();
  for (const job of jobs) for (const instance of job.instances ?? []) byName.set(instance.name, job);
  for (const job of jobs) byName.set(job.name, job);
  return byName;
});
