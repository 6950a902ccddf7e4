import { findJob } from '../model/find-job.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Step } from '../model/step.ts';
import { asksMembers, isForMembersOnly } from './entry-guards.ts';

/** Actions and calls that find out whether somebody is of the project. */
const check =
  /get-user-teams-membership|check-actor-permissions|check-user-permission|action-repository-permission|actor-permission|checkMembershipForUser|getMembershipForUser|getCollaboratorPermissionLevel|checkCollaborator|author_association|\/collaborators\/|\/memberships?\//i;

/** Whether a step finds out whether who started the run is of the project. */
export function checksMembers(step: Step): boolean {
  if (step.kind === 'run') return check.test(step.script.text);
  return check.test(step.uses.text) || check.test(step.inputs?.text('script') ?? '');
}

/**
 * Whether a job waits for another that lets members in only: it is skipped with that one, or its condition asks for
 * what that one found out.
 */
export function waitsForMembers(job: Job, pipeline: Pipeline): boolean {
  const seen = new Set<Job>();
  const open = [job];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const condition = next.body.text('if') ?? '';
    const goesOn = /\b(?:always|failure|cancelled)\s*\(/.test(condition);
    for (const { job: name } of next.needs ?? []) {
      const needed = findJob(pipeline, name);
      if (!needed) continue;
      const asks = condition.includes(`needs.${name}.`) && needed.steps.some((step) => checksMembers(step));
      if (asks || (!goesOn && (isForMembersOnly(needed) || asksMembers(needed)))) return true;
      if (!goesOn) open.push(needed);
    }
  }
  return false;
}
