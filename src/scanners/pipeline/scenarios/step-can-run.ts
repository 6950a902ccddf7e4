import type { Step } from '../model/step.ts';
import { canRun, type JobRun, type ScenarioMatrix } from './scenario.ts';

/**
 * Whether a step can do its work when its job runs in a scenario: its condition, and the switch of an action that
 * pushes what it builds, may leave it out.
 */
export function stepCanRun(step: Step | undefined, run: JobRun, matrix: ScenarioMatrix): boolean {
  if (!canRun(run)) return false;
  const push = step?.kind === 'use' ? step.inputs?.text('push') : undefined;
  const conditions = [step?.body?.text('if'), push?.includes('${{') === true ? push : undefined];
  return conditions.every((condition) => matrix.holds?.(condition, run.scenario).value !== false);
}
