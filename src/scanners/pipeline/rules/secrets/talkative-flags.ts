import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';

interface TalkativeFlag {
  readonly flag: string;
  /** Options whose value is printed in another form than it is given. */
  readonly encodes: RegExp;
}

const never = /^$(?!)/;

/** Options that make a command print what it is given, credentials among it (the commands' manuals). */
const flags: ReadonlyMap<string, readonly { readonly pattern: RegExp; readonly encodes: RegExp }[]> = new Map([
  ['curl', [{ pattern: /^(?:-[a-zA-Z]*v[a-zA-Z]*|--verbose|--trace|--trace-ascii)$/, encodes: /^(?:-u|--user)$/ }]],
  ['wget', [{ pattern: /^(?:-d|--debug)$/, encodes: never }]],
  ['aws', [{ pattern: /^--debug$/, encodes: never }]],
  ['helm', [{ pattern: /^--debug$/, encodes: never }]],
  ['kubectl', [{ pattern: /^(?:-v=?|--v=)(?:[89]|10)$/, encodes: never }]],
  ['ansible-playbook', [{ pattern: /^-v{3,}$/, encodes: never }]],
  ['ansible', [{ pattern: /^-v{3,}$/, encodes: never }]],
  ['bash', [{ pattern: /^-[a-z]*x[a-z]*$/, encodes: never }]],
  ['sh', [{ pattern: /^-[a-z]*x[a-z]*$/, encodes: never }]],
]);

/** The option of a command that makes it print what it is given; undefined when it has none. */
export function talkativeFlag({ name = '', args }: ShellCommand): TalkativeFlag | undefined {
  for (const { pattern, encodes } of flags.get(name) ?? []) {
    const flag = args.find(({ value }) => pattern.test(value ?? ''))?.value;
    if (flag !== undefined) return { flag, encodes };
  }
  return undefined;
}
