import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlEntry } from '../../../lib/yaml/node.ts';
import { addEntry, removeEntry } from '../fix/edit-entry.ts';
import type { Job } from '../model/job.ts';
import type { IssueEdit } from '../rule.ts';
import { toothlessAction } from './action-gate.ts';
import type { Gate } from './find-gates.ts';
import { lostFailure } from './lost-failure.ts';

/** Why a gate lets everything pass. */
export interface Weakness {
  readonly layer: 'tool' | 'script' | 'step' | 'job';
  readonly at: TextRange;
  readonly reason: string;
  /** The edit that takes the reason away, and what it does. */
  readonly edit?: IssueEdit;
  readonly cure?: string;
}

/**
 * Every reason why what a gate finds does not stop the pipeline.
 * @param gates all of the pipeline: a report written first and a run that fails second are one gate
 */
export function weaknessesOf(gate: Gate, gates: readonly Gate[]): readonly Weakness[] {
  const own = ownWeaknesses(gate);
  const twin = own.length > 0 && gates.some((other) => isTwin(other, gate) && ownWeaknesses(other).length === 0);
  return [...(twin || feedsCodeScanning(gate) ? [] : own), ...jobWeaknesses(gate)];
}

function isTwin(other: Gate, { job, kinds, at }: Gate): boolean {
  return other.job === job && other.at !== at && kinds.every((kind) => other.kinds.includes(kind));
}

/** On GitHub the uploaded results become a check of their own, which rules of the branch can demand. */
function feedsCodeScanning({ job }: Gate): boolean {
  return job.steps.some(
    (step) => step.kind === 'use' && step.uses.text.startsWith('github/codeql-action/upload-sarif'),
  );
}

function ownWeaknesses(gate: Gate): readonly Weakness[] {
  return [...toolWeakness(gate), ...actionWeakness(gate), ...scriptWeakness(gate), ...stepWeakness(gate)];
}

function toolWeakness({ run, at, job }: Gate): readonly Weakness[] {
  if (!run) return [];
  const { step, command, tool } = run;
  const toothless = tool.toothless?.(command);
  if (!toothless) return [];
  const { reason, replace, after, text } = toothless;
  const set = [...job.variables, ...step.variables].findLast(({ name }) => name === tool.exitVariable)?.value?.text;
  if (set !== undefined && set !== '0' && !replace) return [];
  // Behind `docker run` the first word is not the tool's.
  const word = replace ?? (command.args[0]?.value === 'run' ? undefined : after);
  const edit = word &&
    text !== undefined && {
      at: step.script.range(word.start, word.end),
      text: replace ? text : `${word.text} ${text}`,
    };
  const place = replace ? step.script.range(replace.start, replace.end) : at;
  const cure = text === '' ? `remove ${word?.text ?? ''}` : `let it fail (${text ?? ''})`;
  return [{ layer: 'tool', at: place, reason, ...(edit && { edit, cure }) }];
}

function actionWeakness({ use }: Gate): readonly Weakness[] {
  const toothless = use && toothlessAction(use.action, use.step.inputs);
  if (!use || !toothless) return [];
  const { inputs, at } = use.step;
  const entry = inputs?.entry(toothless.name);
  const edit =
    toothless.name === 'args'
      ? undefined
      : entry
        ? { at: entry.value.range, text: `'${toothless.set}'` }
        : inputs && addEntry(inputs, `${toothless.name}: '${toothless.set}'`);
  const cure = `let it fail (${toothless.name}: ${toothless.set})`;
  return [{ layer: 'tool', at: entry?.value.range ?? at, reason: toothless.reason, ...(edit && { edit, cure }) }];
}

function scriptWeakness({ run, at }: Gate): readonly Weakness[] {
  const lost = run && lostFailure(run.command, run.step);
  if (!lost) return [];
  const edit = lost.cut && { at: run.step.script.range(lost.cut.start, lost.cut.end), text: '' };
  return [{ layer: 'script', at, reason: lost.reason, ...(edit && { edit, cure: 'let its failure count' }) }];
}

function stepWeakness({ step }: Gate): readonly Weakness[] {
  const entry = step.body?.entry('continue-on-error');
  return entry && isTrue(entry) ? [allowed(entry, 'step', 'the job goes on after it fails')] : [];
}

function jobWeaknesses({ job }: Gate): readonly Weakness[] {
  const entry = job.body.entry('allow_failure') ?? job.body.entry('continue-on-error');
  const own = entry && isTrue(entry) ? [allowed(entry, 'job', `the pipeline goes on after ${job.name} fails`)] : [];
  const byRule = conditionsOf(job).flatMap((rule) => {
    const inRule = rule.entry('allow_failure');
    return inRule && isTrue(inRule)
      ? [allowed(inRule, 'job', `by this rule the pipeline goes on after ${job.name} fails`)]
      : [];
  });
  return [...own, ...byRule];
}

function conditionsOf({ body }: Job) {
  return body.list('rules').flatMap((rule) => (rule.kind === 'map' ? [rule] : []));
}

function isTrue({ value }: YamlEntry): boolean {
  return value.kind === 'scalar' && value.value === true;
}

function allowed(entry: YamlEntry, layer: Weakness['layer'], reason: string): Weakness {
  const edit = removeEntry(entry);
  const { source, start } = entry.key.range;
  return {
    layer,
    at: { source, start, end: entry.value.range.end },
    reason,
    ...(edit && { edit, cure: `remove ${entry.key.text}: true` }),
  };
}
