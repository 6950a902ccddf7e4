import type { ShellCommand } from '../../../lib/shell/shell-command.ts';
import type { ExpressionSources } from '../github/expression-sources.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStep } from '../model/step.ts';
import type { ScriptFollower } from '../shell/follow-script.ts';
import type { ProgramText } from '../shell/program-text.ts';
import type { Flow } from './flow.ts';
import { ForeignFiles } from './foreign-files.ts';
import { JobTaint, type TracedScript } from './job-taint.ts';
import { OutsideValues } from './outside-values.ts';
import { ProgramTracer } from './trace-program.ts';
import { TraceState } from './trace-state.ts';

const deepest = 3;
/** Scripts of the checkout that are followed from one job. */
const mostScripts = 50;

/** What a job takes over from others. */
export interface Imports {
  readonly variables: ReadonlyMap<string, Flow>;
  readonly files: ReadonlyMap<string, Flow>;
}

/** Commands that may still be followed into files of the checkout, in a whole pipeline. */
export interface FollowBudget {
  commands: number;
}

/** Follows values through all scripts of a job. */
export function traceJob(
  job: Job,
  pipeline: Pipeline,
  imports: Imports,
  follower: ScriptFollower,
  budget: FollowBudget,
  expressions: ExpressionSources | undefined,
): JobTaint {
  const outside = new OutsideValues(pipeline, job, imports.variables, expressions);
  const foreign = new ForeignFiles(job, pipeline);
  const state = new TraceState(
    (name) => outside.of(name),
    (path) => foreign.at(path),
  );
  for (const [path, flow] of imports.files) state.writeFile(path, flow, false);
  const scripts: TracedScript[] = [];
  const seen = new Set<ProgramText>();
  const called: ProgramTracer[] = [];
  let cut = false;

  const trace = (text: ProgramText, step: RunStep, path: string | undefined, depth: number): void => {
    scripts.push({ text, step, ...(path !== undefined && { path }) });
    const owner = path ?? '';
    const follow = (command: ShellCommand, argumentsFrom: (index: number) => readonly Flow[]): void => {
      const followed = depth < deepest ? follower.follow(command) : undefined;
      if (!followed || seen.has(followed.script)) return;
      const { length } = followed.script.program.commands;
      if (scripts.length > mostScripts || budget.commands < length) {
        cut = true;
        return;
      }
      budget.commands -= length;
      seen.add(followed.script);
      const given = followed.firstArgument === undefined ? [] : argumentsFrom(followed.firstArgument);
      for (const [index, flow] of given.slice(0, 9).entries()) state.setParameter(followed.path, index + 1, flow);
      trace(followed.script, step, followed.path, depth + 1);
    };
    const tracer = new ProgramTracer(text, state, owner, follow);
    tracer.trace();
    if (depth > 0) called.push(tracer);
  };

  for (const step of job.steps) {
    foreign.enterStep(step);
    if (step.kind !== 'run') continue;
    outside.enterStep(step);
    if (step.phase === 'after' || pipeline.dialect === 'github') state.forgetVariables();
    for (const [name, flow] of state.entries.get('$GITHUB_ENV') ?? []) state.setVariable(name, flow, true);
    if (step.shell === 'sh' || step.shell === 'bash' || step.shell === 'unknown')
      trace(step.script, step, undefined, 0);
  }
  // What was called later may have given arguments to functions of files that were read before.
  for (const tracer of called) tracer.traceCalled();
  return new JobTaint(scripts, state, cut);
}
