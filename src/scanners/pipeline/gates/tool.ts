import type { ShellCommand, ShellWord } from '../../../lib/shell/shell-command.ts';
import type { GateKind } from './gate-kind.ts';

/** Why a finding of a tool would not fail its command, and what would change that. */
export interface Toothless {
  readonly reason: string;
  /** A word of the command to replace, or undefined to put the text behind `after`. */
  readonly replace?: ShellWord;
  readonly after?: ShellWord;
  readonly text?: string;
}

/** A program that checks something, and what decides whether it fails. */
export interface Tool {
  readonly name: string;
  readonly kinds: readonly GateKind[];
  /** Names of the program. */
  readonly programs: readonly string[];
  /** The subcommands that check; undefined: all. */
  readonly verbs?: readonly string[];
  /** What its words, joined by spaces, must look like besides. */
  readonly when?: RegExp;
  /** A variable that says the same as its option for the exit code. */
  readonly exitVariable?: string;
  /** Undefined when a finding makes it fail. */
  toothless?(command: ShellCommand): Toothless | undefined;
}

/** Only tells what it finds. */
export function never(reason: string): NonNullable<Tool['toothless']> {
  return () => ({ reason });
}

/** Fails by itself unless one of these options is given. */
export function failsUnless(...options: readonly string[]): NonNullable<Tool['toothless']> {
  return (command) => {
    const word = command.args.find(({ prefix }) =>
      options.some((option) => prefix === option || prefix.startsWith(`${option}=`)),
    );
    return word && { reason: `${word.text} makes it pass whatever it finds`, replace: word, text: '' };
  };
}

/** Never fails unless one of these options is given. */
export function failsOnlyWith(option: string, ...others: readonly string[]): NonNullable<Tool['toothless']> {
  return (command) => {
    const all = [option.split(' ')[0] ?? option, ...others];
    if (command.args.some(({ prefix }) => all.some((one) => prefix === one || prefix.startsWith(`${one}=`))))
      return undefined;
    const after = placeForOptions(command);
    return { reason: `without ${option} it passes whatever it finds`, ...(after && { after, text: option }) };
  };
}

/** Its exit code for findings is a number that the option gives. */
export function exitCodeOption(name: string, byDefault: number): NonNullable<Tool['toothless']> {
  return (command) => {
    const index = command.args.findIndex(({ prefix }) => prefix === name || prefix.startsWith(`${name}=`));
    const word = command.args[index];
    if (!word) {
      const after = placeForOptions(command);
      return byDefault === 0
        ? { reason: `without ${name} 1 it passes whatever it finds`, ...(after && { after, text: `${name} 1` }) }
        : undefined;
    }
    const joined = word.prefix.startsWith(`${name}=`);
    const value = joined ? word : command.args[index + 1];
    const given = joined ? word.value?.slice(name.length + 1) : value?.value;
    if (given !== '0') return undefined;
    return {
      reason: `${name} 0 makes it pass whatever it finds`,
      ...(value && { replace: value, text: joined ? `${name}=1` : '1' }),
    };
  };
}

/** Behind the subcommand, or the name: an option there is nobody's value. None where lines were folded into words. */
function placeForOptions({ args, nameWord }: ShellCommand): ShellWord | undefined {
  if (args.some(({ text }) => text.includes('\\ '))) return undefined;
  const [first] = args;
  return first?.value !== undefined && /^[a-z][\w-]*$/.test(first.value) ? first : nameWord;
}
