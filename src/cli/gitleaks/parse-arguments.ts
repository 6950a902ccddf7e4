import { commands, globalFlags, type GitleaksCommand } from './commands.ts';
import { FlagValues, parseBool, type Flag } from './flag.ts';

/** A command line as it was understood. */
export interface Arguments {
  /** Undefined when only gitleaks itself was called. */
  readonly command: GitleaksCommand | undefined;
  readonly flags: FlagValues;
  readonly positionals: readonly string[];
}

/** A command line that cobra refuses. `command` is the one whose usage helps; undefined for gitleaks itself. */
export class ArgumentError extends Error {
  readonly exitCode: number;
  readonly command: GitleaksCommand | undefined;
  /** Print only where to find help. */
  readonly brief: boolean;

  constructor(message: string, command: GitleaksCommand | undefined, exitCode = 1, brief = false) {
    super(message);
    this.name = 'ArgumentError';
    this.command = command;
    this.exitCode = exitCode;
    this.brief = brief;
  }
}

const helpFlag: Flag = {
  name: 'help',
  short: 'h',
  type: 'bool',
  initial: 'false',
  bare: 'true',
  usage: 'print this help',
};
const versionFlag: Flag = { name: 'version', type: 'bool', initial: 'false', bare: 'true', usage: 'print the version' };

/** The flags of a command, its own first. */
export function ownFlags(command: GitleaksCommand | undefined): readonly Flag[] {
  return command === undefined ? [helpFlag, versionFlag] : [helpFlag, ...command.flags];
}

/**
 * Understands a command line as cobra and pflag do (https://github.com/spf13/pflag#command-line-flag-syntax): flags
 * anywhere, `--name value` and `--name=value`, short ones combined, `--` ends them. Throws `ArgumentError`.
 */
export function parseArguments(args: readonly string[]): Arguments {
  const at = findCommand(args);
  const name = at < 0 ? undefined : args[at];
  const command = commands.find((each) => each.name === name || each.aliases.includes(name ?? ''));
  if (command === undefined && name !== undefined) {
    throw new ArgumentError(`unknown command ${JSON.stringify(name)} for "gitleaks"`, undefined, 1, true);
  }
  const flags = [...ownFlags(command), ...globalFlags];
  const values = new FlagValues(flags);
  const positionals: string[] = [];
  const rest = args.filter((_, index) => index !== at);
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? '';
    if (word === '--') {
      positionals.push(...rest.slice(index + 1));
      break;
    }
    if (word.startsWith('--')) index += readLong(word, rest[index + 1], { flags, values, command });
    else if (word.startsWith('-') && word !== '-')
      index += readShort(word, rest[index + 1], { flags, values, command });
    else positionals.push(word);
  }
  return { command, flags: values, positionals };
}

/** Index of the first word that is no flag or value of a flag; before the command only global flags are known. */
function findCommand(args: readonly string[]): number {
  const known = [...ownFlags(undefined), ...globalFlags];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    if (word === '--') return -1;
    if (word.startsWith('--')) {
      const flag = known.find((each) => each.name === word.slice(2));
      if (!word.includes('=') && flag?.bare === undefined) index++;
    } else if (word.startsWith('-') && word !== '-') {
      const flag = known.find((each) => each.short === word[1]);
      if (word.length === 2 && flag?.bare === undefined) index++;
    } else return index;
  }
  return -1;
}

interface Reading {
  readonly flags: readonly Flag[];
  readonly values: FlagValues;
  readonly command: GitleaksCommand | undefined;
}

/** Gives how many of the following words were taken as a value. */
function readLong(word: string, next: string | undefined, reading: Reading): number {
  const [, name = '', value] = /^--([^=]*)(?:=([^]*))?$/.exec(word) ?? [];
  if (name === '' || name.startsWith('-')) throw new ArgumentError(`bad flag syntax: ${word}`, reading.command);
  const flag = reading.flags.find((each) => each.name === name);
  if (flag === undefined) throw new ArgumentError(`unknown flag: --${name}`, reading.command, 126);
  if (value !== undefined || flag.bare !== undefined) {
    setValue(flag, value ?? flag.bare ?? '', reading);
    return 0;
  }
  if (next === undefined) throw new ArgumentError(`flag needs an argument: ${word}`, reading.command);
  setValue(flag, next, reading);
  return 1;
}

/** `-v`, `-vc file`, `-cfile`, `-c=file`. */
function readShort(word: string, next: string | undefined, reading: Reading): number {
  for (let index = 1; index < word.length; index++) {
    const flag = reading.flags.find((each) => each.short === word[index]);
    if (flag === undefined) {
      const shown = `'${word[index]}' in -${word.slice(index)}`;
      throw new ArgumentError(`unknown shorthand flag: ${shown}`, reading.command);
    }
    const rest = word.slice(index + 1);
    if (rest.startsWith('=')) {
      setValue(flag, rest.slice(1), reading);
      return 0;
    }
    if (flag.bare !== undefined) {
      setValue(flag, flag.bare, reading);
      continue;
    }
    if (rest !== '') {
      setValue(flag, rest, reading);
      return 0;
    }
    if (next === undefined) {
      throw new ArgumentError(`flag needs an argument: '${word[index]}' in -${word.slice(index)}`, reading.command);
    }
    setValue(flag, next, reading);
    return 1;
  }
  return 0;
}

function setValue(flag: Flag, value: string, reading: Reading): void {
  const reason = refusal(flag, value);
  if (reason !== undefined) {
    const name = flag.short === undefined ? `--${flag.name}` : `-${flag.short}, --${flag.name}`;
    const message = `invalid argument ${JSON.stringify(value)} for "${name}" flag: ${reason}`;
    throw new ArgumentError(message, reading.command);
  }
  reading.values.set(flag, value);
}

/** Why Go could not read the value. */
function refusal(flag: Flag, value: string): string | undefined {
  const quoted = JSON.stringify(value);
  switch (flag.type) {
    case 'bool':
      return parseBool(value) === undefined ? `strconv.ParseBool: parsing ${quoted}: invalid syntax` : undefined;
    case 'int':
      return isInteger(value, /^[+-]?/) ? undefined : `strconv.ParseInt: parsing ${quoted}: invalid syntax`;
    case 'uint':
      return isInteger(value, /^/) ? undefined : `strconv.ParseUint: parsing ${quoted}: invalid syntax`;
    case 'string':
    case 'strings':
    default:
      return undefined;
  }
}

/** Decimal, or with the prefix 0x, 0o or 0b. */
function isInteger(value: string, sign: RegExp): boolean {
  return /^(?:\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.test(value.replace(sign, ''));
}
