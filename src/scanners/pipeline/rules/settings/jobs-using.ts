import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';

/** Jobs that a secret of GitHub is written in; one that the whole workflow is given counts for all its jobs. */
export function jobsUsing(secret: string, pipelines: readonly Pipeline[]): readonly Job[] {
  const use = new RegExp(String.raw`\bsecrets\.${secret.replaceAll(/\W/g, '\\$&')}(?![\w-])`, 'i');
  return pipelines.flatMap(({ jobs, source: { text } }) => {
    if (!use.test(text)) return [];
    const own = jobs.filter(({ body: { range } }) => use.test(text.slice(range.start, range.end)));
    return own.length > 0 ? own : jobs;
  });
}
