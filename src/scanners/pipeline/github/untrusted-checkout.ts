import type { Step } from '../model/step.ts';

/** Contexts and paths that name the code of a pull request, under the event that has them. */
const heads: Readonly<Record<string, RegExp>> = {
  pull_request_target: /github\.head_ref|pull_request\.(?:head\.|merge_commit_sha)|refs\/pull\//i,
  workflow_run: /workflow_run\.(?:head_(?:sha|branch|commit|repository)|pull_requests)|refs\/pull\//i,
  issue_comment: /refs\/pull\/|issue\.number|event\.issue\.pull_request/i,
};
/** What steps and jobs found out before; what it is they alone know. */
const found = /(?:steps|needs)\.[\w-]+\.outputs\.\w*(?:ref|sha|head|branch|repo)\w*/i;
const command =
  /\bgh\s+pr\s+checkout\b|git\s+(?:fetch|pull|checkout)\b[^\n]*(?:refs\/pull\/|pull\/\$|head_ref|HEAD_REF|head\.(?:ref|sha))/;

/** Events of strangers that run with rights; a checkout without more takes the default branch under them. */
export const privilegedCheckoutEvents: readonly string[] = Object.keys(heads);

/** Whether a step fetches the code of a pull request, under one of these events. */
export function fetchesHead(step: Step, event: string): boolean {
  if (step.kind === 'run') return command.test(step.script.text);
  if (!/^actions\/checkout@/i.test(step.uses.text)) return false;
  const wanted = `${step.inputs?.text('ref') ?? ''} ${step.inputs?.text('repository') ?? ''}`;
  return heads[event]?.test(wanted) === true || found.test(wanted);
}
