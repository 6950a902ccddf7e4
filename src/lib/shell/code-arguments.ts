import { interpreters, remoteCommands, remoteRunners, sshValueOptions, type Interpreter } from './programs.ts';
import type { CodeLanguage } from './programs.ts';
import { oncePer } from '../once-per.ts';
import type { ShellCommand, ShellWord } from './shell-command.ts';

/** A text that a command does not take as data: it is parsed again. */
export interface CodeArgument {
  readonly word: ShellWord;
  readonly language: CodeLanguage;
  /** `remote`: in another machine, container or pod. */
  readonly place: 'here' | 'remote';
  /** The program that parses it, such as `sh -c` or `ssh`. */
  readonly reader: string;
}

const noArguments: readonly CodeArgument[] = [];

/** The words of a command, and its input texts, that a second parser reads. */
export const codeArguments = oncePer((command: ShellCommand): readonly CodeArgument[] => {
  const { name, args } = command;
  if (name === undefined || (args.length === 0 && command.redirects.length === 0)) return noArguments;
  return [...wordsAsCode(name, args), ...inputAsCode(command)];
});

/** Whether a command runs what it gets from its standard input, and as what. */
export function readsProgram(command: ShellCommand): Omit<CodeArgument, 'word'> | undefined {
  const { name = '', args } = command;
  if (name === 'ssh') {
    const words = sshCommand(args);
    const [first] = words;
    const inner = interpreters.get(first?.value ?? '');
    if (first === undefined || (inner && readsInput(inner, words.slice(1)))) {
      return { language: 'shell', place: 'remote', reader: 'ssh' };
    }
    return undefined;
  }
  const own = interpreters.get(name);
  if (own && readsInput(own, args)) return { language: own.language, place: 'here', reader: name };
  if (!remoteCommands.has(name)) return undefined;
  const at = args.findIndex(({ value }) => interpreters.get(value ?? '')?.stdin);
  const inner = interpreters.get(args[at]?.value ?? '');
  if (!inner || !readsInput(inner, args.slice(at + 1))) return undefined;
  return { language: inner.language, place: 'remote', reader: `${name} … ${args[at]?.value ?? ''}` };
}

function wordsAsCode(name: string, args: readonly ShellWord[]): readonly CodeArgument[] {
  const here = { place: 'here', reader: name } as const;
  switch (name) {
    case 'eval':
      return args.map((word) => ({ word, language: 'shell', ...here }));
    case 'watch':
      return args.filter(({ prefix }) => !prefix.startsWith('-')).map((word) => ({ word, language: 'shell', ...here }));
    case 'trap':
      return args.slice(0, 1).map((word) => ({ word, language: 'shell', ...here }));
    case 'make':
    case 'gmake':
      return args
        .filter(({ prefix }) => /^\w+[:?+]?=/.test(prefix))
        .map((word) => ({ word, language: 'make', ...here }));
    case 'ssh':
      return sshCommand(args).map((word) => ({ word, language: 'shell', place: 'remote', reader: 'ssh' }));
    default: {
      const own = interpreters.get(name);
      const first = own ? interpreted(name, own, args, 'here') : [];
      return [...first, ...nested(name, args), ...handedOver(name, args)];
    }
  }
}

function interpreted(
  name: string,
  { language, codeOptions, valueOptions, operand }: Interpreter,
  args: readonly ShellWord[],
  place: CodeArgument['place'],
): readonly CodeArgument[] {
  const found: CodeArgument[] = [];
  const add = (word: ShellWord | undefined, option: string): void => {
    if (word) found.push({ word, language, place, reader: option === '' ? name : `${name} ${option}` });
  };
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    const text = word?.value ?? word?.prefix ?? '';
    const option = codeOptions.find((one) => text === one || isGroupEndingIn(text, one));
    const joined = codeOptions.find((one) => one.startsWith('--') && text.startsWith(`${one}=`));
    if (option !== undefined) add(args[++at], option);
    else if (joined !== undefined) add(word, joined);
    else if (valueOptions.some((one) => text === one || (language === 'shell' && isGroupEndingIn(text, one)))) at++;
    else if (text === '--args') break;
    else if (text === '--arg' || text === '--argjson' || text === '--slurpfile' || text === '--rawfile') at += 2;
    else if (!/^[-+]./.test(text)) {
      // Operands behind the program, or files: nothing that is parsed.
      if (operand && found.length === 0 && !args.some(({ value }) => value === '-f' || value === '--file')) {
        add(word, '');
      }
      // `su - user -c CODE` and `psql database -c CODE` have operands in front.
      if (language !== 'sql' && name !== 'su') break;
    }
  }
  return found;
}

/** `-euxc` ends in `-c`: the next argument is code. */
function isGroupEndingIn(text: string, option: string): boolean {
  return /^-\w$/.test(option) && /^-[a-zA-Z]{2,6}$/.test(text) && text.endsWith(option.slice(1));
}

/** `docker exec app sh -c CODE`, `xargs sh -c CODE`, `find … -exec bash -c CODE`. */
function nested(name: string, args: readonly ShellWord[]): readonly CodeArgument[] {
  for (const [at, word] of args.entries()) {
    const base = (word.value ?? '').replace(/^.*\//, '');
    const inner = at > 0 || name === 'xargs' || name === 'parallel' ? interpreters.get(base) : undefined;
    if (inner?.language !== 'shell' && inner?.language !== 'script') continue;
    const found = interpreted(base, inner, args.slice(at + 1), remoteCommands.has(name) ? 'remote' : 'here');
    if (found.length > 0) return found;
  }
  return [];
}

const runnersByName = new Map(
  remoteRunners.map(({ words: [name = ''] }) => [name, remoteRunners.filter(({ words }) => words[0] === name)]),
);

function handedOver(name: string, args: readonly ShellWord[]): readonly CodeArgument[] {
  return (runnersByName.get(name) ?? []).flatMap(({ words, options }) => {
    if (!words.slice(1).every((word, index) => args[index]?.value === word)) return [];
    return args.flatMap((word, at): readonly CodeArgument[] => {
      const joined = options.some((option) => word.prefix.startsWith(`${option}=`));
      const code = joined ? word : options.includes(args[at - 1]?.value ?? '') ? word : undefined;
      return code ? [{ word: code, language: 'shell', place: 'remote', reader: words.join(' ') }] : [];
    });
  });
}

/** The words behind the host: joined by blanks and given to the login shell there. */
function sshCommand(args: readonly ShellWord[]): readonly ShellWord[] {
  let at = 0;
  for (; at < args.length; at++) {
    const text = args[at]?.prefix ?? '';
    if (sshValueOptions.has(text)) at++;
    else if (!text.startsWith('-')) break;
  }
  const rest = args.slice(at + 1);
  return rest[0]?.value === '--' ? rest.slice(1) : rest;
}

/** A here-document or here-string that is a program. */
function inputAsCode(command: ShellCommand): readonly CodeArgument[] {
  const inputs = command.redirects.filter(({ operator }) => operator.startsWith('<<'));
  const reader = inputs.length > 0 ? readsProgram(command) : undefined;
  return inputs.flatMap(({ target }) => (target && reader ? [{ word: target, ...reader }] : []));
}

function readsInput({ codeOptions, valueOptions, stdin }: Interpreter, args: readonly ShellWord[]): boolean {
  if (!stdin) return false;
  for (let at = 0; at < args.length; at++) {
    const text = args[at]?.value ?? args[at]?.prefix ?? '';
    if (codeOptions.some((one) => text === one || text.startsWith(`${one}=`) || isGroupEndingIn(text, one))) {
      return false;
    }
    if (text === '-s' || text === '-') return true;
    if (valueOptions.includes(text) || isGroupEndingIn(text, '-o')) at++;
    else if (!/^[-+]/.test(text)) return false;
  }
  return true;
}
