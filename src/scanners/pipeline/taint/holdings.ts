import type { Job } from '../model/job.ts';
import type { JobTaint } from './job-taint.ts';

/** What somebody who runs commands in the job could take, as a clause; undefined when nothing is known. */
export function holdingsOf(job: Job, taint: JobTaint): string | undefined {
  if (job.environment?.action === 'start') return 'the job deploys';
  if (job.identityTokens.length > 0) return 'the job has an identity token';
  for (const { text } of taint.holds('secret') ? taint.scripts : []) {
    for (const { args, assignments } of text.program.commands) {
      const words = [...args, ...assignments.flatMap(({ value }) => (value ? [value] : []))];
      for (const word of words) {
        const secret = taint.word(word).secret;
        if (secret) return `the job holds ${secret.name}`;
      }
    }
  }
  return job.body.get('secrets') ? 'the job reads secrets' : undefined;
}
