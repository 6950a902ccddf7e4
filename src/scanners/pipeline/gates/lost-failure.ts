import type { ShellCommand, ShellFrame } from '../../../lib/shell/shell-command.ts';
import type { RunStep } from '../model/step.ts';

/** Why a command that fails does not make its script fail. */
export interface LostFailure {
  readonly reason: string;
  /** What is to be cut out of the script so that it does. */
  readonly cut?: { readonly start: number; readonly end: number };
}

type ListFrame = Extract<ShellFrame, { readonly right: unknown }>;

/**
 * Follows the exit status of a command to the end of its script; undefined when it gets there. The rules are those of
 * errexit (POSIX.1-2024, "set", -e): it ignores what is left of `&&` and `||`, conditions and what `!` turns round.
 */
export function lostFailure(command: ShellCommand, step: RunStep): LostFailure | undefined {
  if (step.phase === 'after') return { reason: 'after_script does not make a job fail' };
  // An explicit exit decides, whatever surrounds the command.
  if (command.frames.some(({ kind }) => kind === 'condition')) {
    return exitsLater(command, step) ? undefined : { reason: 'as a condition its failure only chooses a branch' };
  }
  for (const frame of command.frames) {
    const lost = lostIn(frame, command, step);
    if (lost) return lost;
  }
  return withoutErrexit(command, step);
}

function lostIn(frame: ShellFrame, command: ShellCommand, step: RunStep): LostFailure | undefined {
  switch (frame.kind) {
    case 'or-left':
      return leftOfOr(frame, command, step);
    case 'and-left':
      return leftOfAnd(frame, command, step);
    case 'pipe':
      return frame.index < frame.members.length - 1 && step.pipefail === false && !setsPipefail(step, command)
        ? { reason: 'only the last command of a pipe counts unless pipefail is on' }
        : undefined;
    case 'background':
      return { reason: 'nobody waits for a command in the background' };
    case 'negation':
      return { reason: 'the ! makes a failure a success' };
    case 'substitution': {
      const owner = frame.owner()?.name;
      return owner === undefined ? undefined : { reason: `its exit status is lost inside ${owner}` };
    }
    default:
      return undefined;
  }
}

const harmless: ReadonlySet<string> = new Set(['true', ':', 'echo', 'printf']);

function leftOfOr({ right }: ListFrame, command: ShellCommand, step: RunStep): LostFailure | undefined {
  const last = right.at(-1);
  if (!last) return undefined;
  const name = last.name ?? '';
  const cut = right.length === 1 ? { start: commandEnd(command, step), end: last.end } : undefined;
  if (harmless.has(name) || (name === 'exit' && last.args[0]?.value === '0')) {
    return { reason: `\`|| ${name}\` makes a failure a success`, ...(cut && { cut }) };
  }
  const kept = last.assignments.find(({ value }) => value?.text.includes('$?'))?.name;
  if (last.name !== undefined || kept === undefined) return undefined;
  return step.script.text.slice(last.end).includes(kept)
    ? undefined
    : { reason: `its exit status is kept in ${kept} and never looked at` };
}

function leftOfAnd({ right }: ListFrame, command: ShellCommand, step: RunStep): LostFailure | undefined {
  const end = right.at(-1)?.end ?? command.end;
  const outer = right.at(-1)?.frames.filter(({ kind }) => kind === 'or-left' || kind === 'and-left') ?? [];
  if (outer.length > 0 || !step.errexit || topLevel(step).every(({ start }) => start < end)) return undefined;
  return { reason: 'left of && a failure does not end the script, and more commands follow' };
}

/** Without errexit only the last command counts, or an exit that is told its status. */
function withoutErrexit(command: ShellCommand, step: RunStep): LostFailure | undefined {
  const switches = step.script.program.commands.filter(
    ({ name, start, args }) =>
      name === 'set' && start < command.start && args.some(({ value }) => /^[-+]\w*e\w*$/.test(value ?? '')),
  );
  const last = switches.at(-1);
  const isOff = last ? last.args.some(({ value }) => /^\+\w*e/.test(value ?? '')) : !step.errexit;
  const next = topLevel(step).find(({ start }) => start > command.end);
  if (!isOff || !next || next.assignments.some(({ value }) => value?.text.includes('$?'))) return undefined;
  return exitsLater(command, step) ? undefined : { reason: 'after set +e the script goes on after a failure' };
}

function topLevel({ script }: RunStep): readonly ShellCommand[] {
  return script.program.commands.filter(({ frames }) => frames.length === 0);
}

function exitsLater({ end }: ShellCommand, { script }: RunStep): boolean {
  return script.program.commands.some(
    ({ name, start, args }) =>
      start >= end &&
      (name === 'false' || ((name === 'exit' || name === 'return') && args[0] !== undefined && args[0].value !== '0')),
  );
}

function setsPipefail({ script }: RunStep, { start }: ShellCommand): boolean {
  return script.program.commands.some(
    (one) => one.name === 'set' && one.start < start && one.args.some(({ value }) => value === 'pipefail'),
  );
}

/** The end of the command's text, redirections included. */
function commandEnd({ end }: ShellCommand, { script }: RunStep): number {
  const rest = script.text.slice(end);
  return end + (/^(?:\s+\d?>{1,2}&?\S+)*/.exec(rest)?.[0].length ?? 0);
}
