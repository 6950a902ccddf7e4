import { asksMembers, isForMembersOnly } from '../github/entry-guards.ts';
import { eventsOf } from '../github/triggers.ts';
import { fetchesHead, privilegedCheckoutEvents } from '../github/untrusted-checkout.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Step } from '../model/step.ts';
import { nothing, type Flow } from './flow.ts';

interface Folder {
  /** With a slash at its end; empty for the whole workspace. */
  readonly path: string;
  readonly flow: Flow;
}

/**
 * The files that strangers wrote, in a job that has rights: the checkout of a pull request, the artifacts of the run
 * before (GitHub).
 */
export class ForeignFiles {
  readonly #events: readonly string[];
  readonly #folders: Folder[] = [];

  constructor(job: Job, pipeline: Pipeline) {
    const open = pipeline.dialect === 'github' && !isForMembersOnly(job) && !asksMembers(job);
    const events = open ? eventsOf(pipeline) : [];
    this.#events = privilegedCheckoutEvents.filter((event) => events.includes(event));
  }

  /** Takes note of what a step leaves in the workspace. */
  enterStep(step: Step): void {
    const source = this.#events.map((event) => sourceOf(step, event)).find((one) => one !== undefined);
    if (source === undefined) return;
    const folder = step.kind === 'use' ? (step.inputs?.text('path') ?? '').replace(/^\.\/|\/+$/g, '') : '';
    if (folder.startsWith('/') || folder.includes('$')) return;
    const steps = [{ at: step.at, message: `${source} are fetched` }];
    const untrusted = { source, trust: 'outsider', form: 'arbitrary', multiline: true, steps } as const;
    this.#folders.push({ path: folder === '' || folder === '.' ? '' : `${folder}/`, flow: { untrusted } });
  }

  /** @param path relative to the workspace */
  at(path: string): Flow {
    if (this.#folders.length === 0 || !/^[\w.@][\w./@+-]*$/.test(path) || path.startsWith('..')) return nothing;
    return this.#folders.findLast((folder) => path.startsWith(folder.path))?.flow ?? nothing;
  }
}

function sourceOf(step: Step, event: string): string | undefined {
  if (fetchesHead(step, event)) return 'files of a pull request';
  if (event !== 'workflow_run' || step.kind !== 'use') return undefined;
  const name = step.uses.text.split('@')[0]?.toLowerCase();
  const isArtifact =
    name === 'dawidd6/action-download-artifact' ||
    (name === 'actions/download-artifact' && step.inputs?.get('run-id') !== undefined);
  return isArtifact ? 'artifacts of another run' : undefined;
}
