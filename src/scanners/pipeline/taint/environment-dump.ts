import type { ShellCommand } from '../../../lib/shell/shell-command.ts';

/** Commands that print all variables, with the options that do not change that. */
const commands: ReadonlyMap<string, RegExp> = new Map([
  ['env', /^-0$/],
  ['printenv', /^-0$/],
  ['set', /^$(?!)/],
  ['export', /^-p$/],
  ['declare', /^-(?:p|x|px|xp)$/],
]);

/** Whether the command prints every variable with its value. */
export function printsEnvironment({ name = '', args }: ShellCommand): boolean {
  const options = commands.get(name);
  return options !== undefined && args.every(({ value }) => options.test(value ?? ' '));
}
