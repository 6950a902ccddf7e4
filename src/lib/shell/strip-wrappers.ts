import type { ShellWord } from './shell-command.ts';

/** Commands that run what follows them, with those of their options that take a value. */
const wrappers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['sudo', new Set(['-u', '--user', '-g', '--group', '-C', '-h', '-p', '-r', '-t', '-D', '-R'])],
  ['doas', new Set(['-u', '-C'])],
  ['env', new Set(['-u', '--unset', '-C', '--chdir', '-S'])],
  ['nice', new Set(['-n', '--adjustment'])],
  ['ionice', new Set(['-c', '-n'])],
  ['nohup', new Set<string>()],
  ['setsid', new Set<string>()],
  ['time', new Set(['-f', '-o'])],
  ['timeout', new Set(['-s', '--signal', '-k', '--kill-after'])],
  ['command', new Set<string>()],
  ['builtin', new Set<string>()],
  ['exec', new Set(['-a'])],
  ['busybox', new Set<string>()],
  ['stdbuf', new Set(['-i', '-o', '-e'])],
  ['chronic', new Set<string>()],
]);

export interface Unwrapped {
  readonly name?: string;
  readonly nameWord?: ShellWord;
  readonly args: readonly ShellWord[];
  readonly wrappers: readonly string[];
}

/** Finds the command that runs in the end: `sudo -u x env A=1 timeout 5 /usr/bin/git push` is `git push`. */
export function stripWrappers(words: readonly ShellWord[]): Unwrapped {
  const passed: string[] = [];
  let rest = words;
  for (;;) {
    const nameWord = rest[0];
    const args = rest.slice(1);
    const name = nameWord?.value === undefined ? undefined : nameWord.value.slice(nameWord.value.lastIndexOf('/') + 1);
    const options = name === undefined ? undefined : wrappers.get(name);
    const inner = options === undefined || name === undefined ? [] : skipOptions(name, args, options);
    if (inner.length === 0) {
      return { ...(name !== undefined && { name }), ...(nameWord && { nameWord }), args, wrappers: passed };
    }
    passed.push(name ?? '');
    rest = inner;
  }
}

function skipOptions(name: string, args: readonly ShellWord[], takesValue: ReadonlySet<string>): readonly ShellWord[] {
  // `command -v git` asks for the command and does not run it.
  if (name === 'command' && /^-[vV]/.test(args[0]?.value ?? '')) return [];
  let at = 0;
  for (; at < args.length; at++) {
    const text = args[at]?.prefix ?? '';
    if (text === '--') {
      at++;
      break;
    }
    if (text.startsWith('-') && text !== '-') {
      if (takesValue.has(text)) at++;
    } else if (!((name === 'env' || name === 'sudo') && /^\w+=/.test(text))) {
      break;
    }
  }
  return args.slice(name === 'timeout' ? at + 1 : at);
}
