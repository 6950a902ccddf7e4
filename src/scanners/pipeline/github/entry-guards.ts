import type { Job } from '../model/job.ts';

/**
 * Whether a job's condition leaves only runs that nobody from outside can bring about: the pull request was merged, its
 * branch is of the same repository, or the run before was no pull request's.
 */
export function isForMembersOnly({ body }: Job): boolean {
  const condition = body.text('if') ?? '';
  // Of two ways that are joined by "or" the other may be open.
  if (condition.includes('||')) return false;
  return closing.some((form) => form.test(condition));
}

const closing: readonly RegExp[] = [
  /(?<!!\s*)github\.event\.pull_request\.merged(?!\w)(?!\s*(?:!=|==\s*false))/i,
  /head\.repo\.full_name\s*==\s*github\.repository(?!_)/i,
  /github\.repository\s*==\s*github\.event\.(?:pull_request\.head\.repo|workflow_run\.head_repository)\.full_name/i,
  /head_repository\.full_name\s*==\s*github\.repository(?!_)/i,
  /head\.repo\.fork\s*==\s*false|!\s*github\.event\.pull_request\.head\.repo\.fork/i,
  /workflow_run\.event\s*==\s*'(?:push|schedule|workflow_dispatch|release)'/i,
  /github\.event_name\s*==\s*'(?:push|schedule|workflow_dispatch|release|pull_request)'/i,
];

/** Whether somebody of the project has to do or be something before the job runs: an approval, a label, a membership. */
export function asksMembers({ body, environment }: Job): boolean {
  return environment !== undefined || memberWords.test(body.text('if') ?? '');
}

const memberWords = /labels?\.\*?\.?name|label\.name|author_association|member|collaborator|\bpermission/i;
