import type { ShellCommand } from '../../../lib/shell/shell-command.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import { oncePer } from '../../../lib/once-per.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStep, Step, UseStep } from '../model/step.ts';
import { releaseActions, releaseCommands, releasePrograms, type ReleaseForm } from './release-forms.ts';

/** A place where something leaves the pipeline. */
export interface Release extends Pick<ReleaseForm, 'kind' | 'what'> {
  readonly job: Job;
  /** Undefined for what the job as a whole does. */
  readonly step?: Step;
  readonly command?: ShellCommand;
  readonly at: TextRange;
  /** As a reader would name it: `docker push`, `environment production`. */
  readonly name: string;
}

export const findReleases: (pipeline: Pipeline) => readonly Release[] = oncePer((pipeline) =>
  pipeline.jobs.flatMap((job) => {
    const found = job.steps.flatMap((step) => (step.kind === 'use' ? inUse(step, job) : inScript(step, job)));
    const { environment, body } = job;
    const release = body.entry('release');
    if (release?.value.kind === 'map') {
      found.push({ kind: 'publish', what: 'package', job, at: release.key.range, name: 'release' });
    }
    // Pages are documentation, not the application.
    if (environment?.action === 'start' && !/^(?:github-)?pages$/.test(environment.name.text)) {
      const name = `environment ${environment.name.text}`;
      found.push({ kind: 'deploy', job, at: environment.name.range, name });
    }
    return found;
  }),
);

/** A cluster that lives as long as the job: nobody uses what is deployed there. */
const throwaway = /\b(?:kind create cluster|minikube start|k3d cluster create|k3s server)\b/;
const throwawayAction =
  /^(?:helm\/kind-action|engineerd\/setup-kind|medyagh\/setup-minikube|[\w-]+\/\w*(?:kind|k3[ds]|minikube)\w*)@/i;

function inScript(step: RunStep, job: Job): Release[] {
  return step.script.program.commands.flatMap((command): readonly Release[] => {
    if (!releasePrograms.test(command.name ?? '')) return [];
    const words = command.args.map(({ value, text }) => value ?? text.replaceAll(/["']/g, ''));
    if (words.some((word) => /^--(?:dry-run|no-push|help|version)\b/.test(word))) return [];
    const line = [command.name ?? '', ...words.filter((word) => !word.startsWith('-'))].join(' ');
    const form = releaseCommands.find(
      ({ pattern, option }) => pattern.test(line) && (option === undefined || words.some((word) => option.test(word))),
    );
    if (!form || (form.kind === 'deploy' && isThrowaway(job))) return [];
    const at = step.script.range(command.start, command.end);
    const name = line.split(' ').slice(0, 2).join(' ');
    return [{ kind: form.kind, ...(form.what && { what: form.what }), job, step, command, at, name }];
  });
}

function isThrowaway({ steps }: Job): boolean {
  return steps.some((step) =>
    step.kind === 'use' ? throwawayAction.test(step.uses.text) : throwaway.test(step.script.text),
  );
}

function inUse(step: UseStep, job: Job): Release[] {
  const name = step.uses.text.split('@')[0]?.toLowerCase().split('/').slice(0, 2).join('/') ?? '';
  const { at } = step;
  if (name === 'docker/build-push-action' || name === 'docker/bake-action') {
    const pushes = /^(?:true|\$\{\{.*)$/.test(step.inputs?.text('push') ?? '');
    const output = /push=true/.test(step.inputs?.text('outputs') ?? '');
    return pushes || output ? [{ kind: 'publish', what: 'image', job, step, at, name }] : [];
  }
  const form = releaseActions.find(({ pattern }) => pattern.test(name));
  return form ? [{ kind: form.kind, ...(form.what && { what: form.what }), job, step, at, name }] : [];
}
