import type { ShellCommand } from '../../../lib/shell/shell-command.ts';
import { YamlMap } from '../../../lib/yaml/node.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { ScriptText } from '../model/script-text.ts';
import { readMakefile, readRecipe, type MakeRules } from './make-recipe.ts';
import { FileProgram, type ProgramText } from './program-text.ts';

/** A script of the checkout that a command runs. */
export interface FollowedScript {
  readonly path: string;
  readonly script: ProgramText;
  /** Its first argument is the command's word at this index of `args`; undefined when it gets none. */
  readonly firstArgument?: number;
  /** Whether it runs in the same shell (`source`), so that what it sets stays. */
  readonly sourced: boolean;
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'zsh', 'ksh', 'ash']);
const packageManagers: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun']);
const makefiles = ['GNUmakefile', 'makefile', 'Makefile'];

/** Finds the scripts of a checkout that commands run; every file is read once. */
export class ScriptFollower {
  readonly #files: RepositoryFiles;
  readonly #makefiles = new Map<string, MakeRules>();
  readonly #known = new Map<string, ProgramText | undefined>();

  constructor(files: RepositoryFiles) {
    this.#files = files;
  }

  /** Undefined when the command runs none that is there and that a shell reads. */
  follow(command: ShellCommand): FollowedScript | undefined {
    const { name, nameWord, args } = command;
    if (name === undefined) return undefined;
    if (name === 'source' || name === '.') return this.#shellFile(args[0]?.value, 1, true);
    if (shells.has(name)) {
      const at = args.findIndex(({ prefix }) => !/^[-+]/.test(prefix));
      const code = args.slice(0, at).some(({ value = '' }) => /^-\w*c$/.test(value));
      return at === -1 || code ? undefined : this.#shellFile(args[at]?.value, at + 1, false);
    }
    if (name === 'make') return this.#make(args.map(({ value }) => value));
    if (packageManagers.has(name))
      return this.#packageScript(
        name,
        args.map(({ value = '' }) => value),
      );
    return nameWord?.value?.includes('/') ? this.#shellFile(nameWord.value, 0, false) : undefined;
  }

  #shellFile(path: string | undefined, firstArgument: number, sourced: boolean): FollowedScript | undefined {
    const clean = path === undefined ? undefined : withinCheckout(path);
    if (clean === undefined) return undefined;
    const script = this.#once(clean, () => {
      const source = this.#files.read(clean);
      const foreign = source && /^#!(?!.*\b(?:ba|da|z|k|a)?sh\b)/.test(source.text.slice(0, 200));
      return source && !foreign ? new FileProgram(source) : undefined;
    });
    return script && { path: clean, script, firstArgument, sourced };
  }

  #make(words: readonly (string | undefined)[]): FollowedScript | undefined {
    const directory = words[words.indexOf('-C') + 1];
    const folder = words.includes('-C') && directory !== undefined ? withinCheckout(directory) : '';
    if (folder === undefined) return undefined;
    const skipped = words.includes('-C') ? words.indexOf('-C') + 1 : -1;
    const target = words.find(
      (word, at) => word !== undefined && at !== skipped && /^[\w./-]+$/.test(word) && !word.startsWith('-'),
    );
    const path = makefiles
      .map((file) => (folder === '' ? file : `${folder}/${file}`))
      .find((file) => this.#files.read(file));
    const source = path === undefined ? undefined : this.#files.read(path);
    if (path === undefined || !source) return undefined;
    const rules = this.#makefiles.get(path) ?? readMakefile(source);
    this.#makefiles.set(path, rules);
    const script = this.#once(`${path}\n${target ?? ''}`, () => readRecipe(rules, target));
    return script && { path, script, sourced: false };
  }

  #packageScript(manager: string, words: readonly string[]): FollowedScript | undefined {
    const [first = '', second = ''] = words.filter((word) => !word.startsWith('-'));
    const name =
      first === 'run' || first === 'run-script' ? second : manager !== 'npm' || first === 'test' ? first : '';
    if (name === '') return undefined;
    const script = this.#once(`package.json\n${name}`, () => {
      const source = this.#files.read('package.json');
      const [root] = source ? parseYaml(source, { version: '1.2' }).documents : [];
      const code = root instanceof YamlMap ? root.map('scripts')?.get(name) : undefined;
      return code?.kind === 'scalar' && code.text !== '' ? new ScriptText([code]) : undefined;
    });
    return script && { path: 'package.json', script, sourced: false };
  }

  #once(key: string, read: () => ProgramText | undefined): ProgramText | undefined {
    if (!this.#known.has(key)) this.#known.set(key, read());
    return this.#known.get(key);
  }
}

/** The path from the checkout's root; undefined when it leads out of it. */
function withinCheckout(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '.' && part !== '');
  return path.startsWith('/') || parts.includes('..') ? undefined : parts.join('/');
}
