import type { ShellCommand, ShellWord } from '../../../lib/shell/shell-command.ts';
import type { RunStep } from '../model/step.ts';

/** Why a command that fails does not make its script fail. */
export interface LostFailure {
  readonly reason: string;
  /** What is to be cut out of the script so that it does. */
  readonly cut?: { readonly start: number; readonly end: number };
}

const harmless: ReadonlySet<string> = new Set(['true', ':', 'echo', 'printf']);

/** Follows the exit status of a command to the end of its script; undefined when it gets there. */
export function lostFailure(command: ShellCommand, step: RunStep): LostFailure | undefined {
  if (step.phase === 'after') return { reason: 'after_script does not make a job fail' };
  for (const frame of command.frames) {
    switch (frame.kind) {
      case 'or-left': {
        const last = frame.right.at(-1);
        const name = last?.name ?? '';
        const survives = harmless.has(name) || (name === 'exit' && isZero(last?.args[0]));
        const only = frame.right.length === 1 ? last : undefined;
        const cut = only && { start: commandEnd(command, step), end: only.end };
        if (survives) return { reason: `\`|| ${name}\` makes a failure a success`, ...(cut && { cut }) };
        break;
      }
      case 'pipe':
        if (frame.index < frame.members.length - 1 && step.pipefail !== true && !setsPipefail(step, command)) {
          return { reason: 'only the last command of a pipe counts unless pipefail is on' };
        }
        break;
      case 'background':
        return { reason: 'nobody waits for a command in the background' };
      case 'negation':
        return { reason: 'the negation makes a failure a success' };
      case 'condition':
        return { reason: 'a command that is a condition does not make the script fail' };
      case 'substitution':
        if (/^(?:export|local|declare|readonly|echo|printf)$/.test(frame.owner()?.name ?? '')) {
          return { reason: `its exit status is lost in ${frame.owner()?.name ?? ''}` };
        }
        break;
      default:
    }
  }
  return afterwards(command, step);
}

/** Without errexit only the last command counts. */
function afterwards(command: ShellCommand, step: RunStep): LostFailure | undefined {
  const { commands } = step.script.program;
  const before = commands.filter(({ start }) => start < command.start);
  const off = before.findLast(
    (one) => one.name === 'set' && one.args.some(({ value }) => /^[-+]\w*e\w*$/.test(value ?? '')),
  );
  const isOff = off?.args.some(({ value }) => value?.startsWith('+')) === true || (off === undefined && !step.errexit);
  const later = commands.filter(({ start, frames }) => start > command.end && frames.length === 0);
  const saved = later[0]?.assignments.some(({ value }) => value?.text.includes('$?'));
  if (isOff && later.length > 0 && saved !== true) return { reason: 'set +e lets the script go on after a failure' };
  return undefined;
}

function setsPipefail({ script }: RunStep, { start }: ShellCommand): boolean {
  return script.program.commands.some(
    (one) => one.name === 'set' && one.start < start && one.args.some(({ value }) => value === 'pipefail'),
  );
}

function isZero(word: ShellWord | undefined): boolean {
  return word?.value === '0';
}

/** The end of the command's text, redirections included. */
function commandEnd({ end }: ShellCommand, { script }: RunStep): number {
  const rest = script.text.slice(end);
  return end + (/^(?:\s+\d?>{1,2}&?\S+)*/.exec(rest)?.[0].length ?? 0);
}
