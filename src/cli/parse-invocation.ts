import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InputError } from '../model/input-error.ts';
import { nearestWord } from '../lib/spelling/nearest-word.ts';
import type { CommandSpec, Invocation } from './command.ts';

/** Reads the words after the command's name; an unknown option is an InputError that names the nearest one. */
export function parseInvocation(spec: CommandSpec, args: readonly string[]): Invocation {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const option of spec.options) {
    options[option.name] = {
      type: option.value === undefined ? 'boolean' : 'string',
      ...(option.short !== undefined && { short: option.short }),
      ...(option.repeat && { multiple: true }),
    };
  }
  const { values, positionals } = parse(spec, args, options);
  const value = (name: string): string | undefined => {
    const given = values[name];
    return typeof given === 'string' ? given : undefined;
  };
  for (const option of spec.options) {
    if (!option.choices || option.repeat) continue;
    const given = value(option.name);
    if (given !== undefined) checkChoice(given, option.choices, `--${option.name}`);
  }
  return {
    positionals,
    flag: (name) => values[name] === true,
    value,
    values: (name) => {
      const given = values[name];
      return Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
    },
  };
}

/**
 * The subcommand that was asked for.
 * @param question what to ask when there is none
 * @throws InputError when it is missing or not one of the command's
 */
export function chooseAction<T extends string>(
  spec: CommandSpec,
  actions: readonly T[],
  given: string | undefined,
  question: string,
): T {
  const known = actions.find((action) => action === given);
  if (known !== undefined) return known;
  const close = given === undefined ? undefined : nearestWord(given, actions);
  const all = `portcullis ${spec.name} ${actions.slice(0, -1).join(', ')} or ${actions.at(-1) ?? ''}`;
  throw new InputError(
    'usage',
    given === undefined ? question : `portcullis ${spec.name} does not know '${given}'`,
    close === undefined ? all : `did you mean 'portcullis ${spec.name} ${close}'?`,
  );
}

/** @throws InputError when there are more words than the command takes */
export function refuseMore(spec: CommandSpec, more: readonly string[]): void {
  const [first] = more;
  if (first === undefined) return;
  throw new InputError('usage', `'${first}' is one word too many for ${spec.name}`, seeHelp(spec));
}

/** @throws InputError when `given` is none of `choices` */
export function checkChoice(given: string, choices: readonly string[], what: string): void {
  if (choices.includes(given)) return;
  const close = nearestWord(given, choices);
  throw new InputError(
    'unknown-value',
    `${what}: '${given}' is not known`,
    close === undefined ? `known are ${choices.join(', ')}` : `did you mean '${close}'?`,
  );
}

function parse(
  spec: CommandSpec,
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const unknown = /Unknown option '(-[^']*)'/.exec(error.message)?.[1];
    if (unknown === undefined)
      throw new InputError('usage', error.message.split('. ')[0] ?? error.message, seeHelp(spec));
    const close = nearestWord(unknown.replace(/^-+/, ''), Object.keys(options));
    throw new InputError(
      'unknown-option',
      `unknown option '${unknown}' of ${spec.name}`,
      close === undefined ? seeHelp(spec) : `did you mean '--${close}'?`,
    );
  }
}

function seeHelp(spec: CommandSpec): string {
  return `see 'portcullis ${spec.name} --help'`;
}
