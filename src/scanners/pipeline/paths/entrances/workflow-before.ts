import { eventOptions, eventsOf } from '../../github/triggers.ts';
import { textOf } from '../../../../lib/yaml/node.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { canRun } from '../../scenarios/scenario.ts';
import type { FlowStep } from '../../taint/flow.ts';
import type { Scene } from '../scene.ts';
import { named } from '../wording.ts';

/** How a fork's pull request writes the artifacts that a `workflow_run` takes: in a workflow that it names. */
export function writersBefore(pipeline: Pipeline, { pipelines, audit }: Scene): readonly FlowStep[] {
  const listed = eventOptions(pipeline, 'workflow_run')?.list('workflows') ?? [];
  const names = new Set(listed.flatMap((item) => textOf(item) ?? []));
  for (const other of pipelines) {
    if (!names.has(other.document.text('name') ?? '') || !eventsOf(other).includes('pull_request')) continue;
    for (const job of other.jobs) {
      const upload = job.steps.find(
        (step) => step.kind === 'use' && /^actions\/upload-artifact@/i.test(step.uses.text),
      );
      const open = audit
        .scenarios(other)
        .runsOf(job)
        .some((run) => run.scenario.id === 'pull-request-fork' && canRun(run));
      if (!upload || !open) continue;
      const at = other.document.entry('on')?.key.range ?? job.at;
      return [
        { at, message: `a pull request of a fork starts ${named({ job, pipeline: other })}, whose steps are its own` },
        { at: upload.at, message: 'it uploads an artifact of its choice' },
      ];
    }
  }
  return [];
}
