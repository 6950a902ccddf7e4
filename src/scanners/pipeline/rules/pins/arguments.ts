import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';

/** The operands of a command whose values are known; options are left out, and their values where `valued` names them. */
export function operands({ args }: ShellCommand, valued: ReadonlySet<string> = new Set()): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const text = args[at]?.value;
    if (text === undefined) continue;
    if (!text.startsWith('-')) found.push(text);
    else if (valued.has(text)) at++;
  }
  return found;
}

/** Whether an option is given, alone (`--x`), with a value (`--x=1`), or, for one letter, among others (`-fsSk`). */
export function hasOption({ args }: ShellCommand, ...names: readonly string[]): boolean {
  return args.some(({ prefix }) =>
    names.some((name) =>
      /^-\w$/.test(name)
        ? /^-[A-Za-z]+$/.test(prefix) && prefix.includes(name.slice(1))
        : prefix === name || prefix.startsWith(`${name}=`),
    ),
  );
}

/** The value of an option, written `--x=1` or `--x 1`; undefined when it is not given or not known. */
export function optionValue({ args }: ShellCommand, ...names: readonly string[]): string | undefined {
  for (const [index, { prefix, value }] of args.entries()) {
    for (const name of names) {
      if (value === name) return args[index + 1]?.value;
      if (prefix.startsWith(`${name}=`)) return value?.slice(name.length + 1);
    }
  }
  return undefined;
}
