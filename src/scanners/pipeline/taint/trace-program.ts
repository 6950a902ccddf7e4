import type { ShellCommand, ShellExpansion, ShellFrame, ShellWord } from '../../../lib/shell/shell-command.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import { reachesLog } from '../shell/reaches-log.ts';
import type { ProgramText } from '../shell/program-text.ts';
import { printsEnvironment } from './environment-dump.ts';
import { filterFlow } from './filter-flow.ts';
import { takesPattern } from './filters.ts';
import { isNothing, join, nothing, passing, without, type Flow } from './flow.ts';
import { pathOf } from './covers.ts';
import { gitOutput } from './git-output.ts';
import { guardedBehind, guardedNames } from './guards.ts';
import { operated } from './parameter-operation.ts';
import { fetchedBy } from './secret-commands.ts';
import { isCertain, isPrinted, writesFile } from './surroundings.ts';
import type { TraceState } from './trace-state.ts';

const mostPasses = 3;
/** How many commands in a row an output is followed back through pipes and functions. */
const deepest = 300;
/** How far in front of a value its name is looked for. */
const longestKey = 300;

type OnCommand = (command: ShellCommand, argumentsFrom: (index: number) => readonly Flow[]) => void;

/**
 * Follows values through one shell program: flow-sensitive in the order of the text, twice or thrice where functions or
 * loops lead back. What it finds out about words and inputs is in the state.
 */
export class ProgramTracer {
  readonly #text: ProgramText;
  readonly #state: TraceState;
  readonly #owner: string;
  readonly #functions = new Map<string, ShellCommand[]>();
  #depth = 0;
  /** Whether what was known stays known. */
  #adds = false;
  #indexOf: ReadonlyMap<ShellCommand, number> | undefined;
  readonly #outputs = new Map<ShellCommand, Flow>();
  readonly #functionOutputs = new Map<string, Flow>();
  readonly #guards = new Map<readonly ShellFrame[], ReadonlySet<string>>();
  readonly #onCommand: OnCommand;

  /**
   * @param owner who the program's own `$1` belong to
   * @param onCommand called at every command of the first pass, where scripts that it runs can be followed
   */
  constructor(text: ProgramText, state: TraceState, owner: string, onCommand: OnCommand) {
    this.#text = text;
    this.#state = state;
    this.#owner = owner;
    this.#onCommand = onCommand;
    for (const command of text.program.commands) {
      const own = command.frames.findLast((frame) => frame.kind === 'function');
      if (own?.kind === 'function') this.#bodyOf(own.name).push(command);
    }
    for (const name of this.#functions.keys()) state.functions.set(name, `${owner}/${name}`);
  }

  trace(): void {
    const { commands } = this.#text.program;
    const again = this.#functions.size > 0 || commands.some(({ frames }) => frames.some(({ kind }) => kind === 'loop'));
    for (let pass = 0; pass < (again ? mostPasses : 1); pass++) {
      const before = this.#state.changes;
      this.#outputs.clear();
      this.#functionOutputs.clear();
      for (const command of commands) this.#step(command, pass === 0);
      if (this.#state.changes === before) return;
    }
  }

  /** Looks again at the functions that scripts of other files have called in the meantime. */
  traceCalled(): void {
    const { calledFrom } = this.#state;
    const called = [...this.#functions].filter(([name]) => calledFrom.has(`${this.#owner}/${name}`));
    this.#outputs.clear();
    this.#functionOutputs.clear();
    this.#adds = true;
    for (const [, body] of called) for (const command of body) this.#step(command, false);
  }

  /** What a command writes to its standard output. */
  output(command: ShellCommand): Flow {
    const known = this.#outputs.get(command);
    if (known) return known;
    if (this.#depth > deepest) return nothing;
    // Cut off for functions that call themselves.
    this.#outputs.set(command, nothing);
    this.#depth++;
    const flow = this.#outputOf(command);
    this.#depth--;
    this.#outputs.set(command, flow);
    return flow;
  }

  #bodyOf(name: string): ShellCommand[] {
    const body = this.#functions.get(name) ?? [];
    this.#functions.set(name, body);
    return body;
  }

  #step(command: ShellCommand, first: boolean): void {
    const { args, nameWord, redirects, assignments } = command;
    for (const word of nameWord ? [nameWord, ...args] : args) this.#word(word, command);
    const input = this.#input(command);
    if (!isNothing(input)) this.#state.inputs.set(command, input);
    else if (!this.#adds) this.#state.inputs.delete(command);
    for (const { target } of redirects) if (target) this.#word(target, command);
    const certain = isCertain(command);
    for (const { name, value, elements, append } of assignments) {
      const flow = join([...(value ? [value] : []), ...(elements ?? [])].map((word) => this.#word(word, command)));
      const step = passing(flow, () => ({
        at: this.#text.range(command.start, command.end),
        message: `${name} is set from it`,
      }));
      this.#state.setVariable(name, step, certain && !append);
    }
    this.#bind(command, input, certain);
    this.#write(command);
    this.#call(command);
    // What a function prints is told where it prints it.
    const own = !this.#functions.has(command.name ?? '') && reachesLog(command);
    const printed = own ? this.output(command) : nothing;
    if (printed.secret) this.#state.printed.set(command, printed.secret);
    else if (!this.#adds) this.#state.printed.delete(command);
    for (const name of guardedBehind(command)) {
      this.#state.setVariable(name, without(this.#state.variable(name), 'untrusted'), true);
    }
    if (first) this.#onCommand(command, (index) => args.slice(index).map((word) => this.#word(word, command)));
  }

  /** Commands that set variables: `read`, `for`, `printf -v`, `unset`, `mapfile`. */
  #bind(command: ShellCommand, input: Flow, certain: boolean): void {
    const { name, args, binds } = command;
    const set = (variable: string | undefined, flow: Flow): void => {
      if (variable === undefined || !/^\w+$/.test(variable)) return;
      const message = `${variable} gets it`;
      const step = passing(flow, () => ({ at: this.#text.range(command.start, command.end), message }));
      this.#state.setVariable(variable, step, certain);
    };
    if (binds !== undefined) set(binds, join(args.map((word) => this.#word(word, command))));
    else if (name === 'read' || name === 'mapfile' || name === 'readarray') {
      for (const { value } of args) if (value !== undefined && !value.startsWith('-')) set(value, input);
    } else if (name === 'printf' && args[0]?.value === '-v') {
      const [, variable, format, ...rest] = args;
      const flow = join(rest.map((word) => this.#word(word, command)));
      set(variable?.value, /%q/.test(format?.prefix ?? '') ? without(flow, 'untrusted') : flow);
    } else if (name === 'unset') {
      for (const { value } of args) if (value !== undefined) this.#state.unsetVariable(value);
    }
  }

  #write(command: ShellCommand): void {
    const isTee = command.name === 'tee';
    const files = command.redirects.filter(({ operator, descriptor }) => writesFile(operator) && descriptor !== 2);
    if (!isTee && files.length === 0) return;
    const flow = command.name === undefined ? this.#groupOutput(command) : this.output(command);
    const write = (target: ShellWord, append: boolean): void => {
      const path = pathOf(target.text);
      if (path.startsWith('/dev/')) return;
      const at = this.#text.range(command.start, command.end);
      const step = passing(flow, () => ({ at, message: `it is written to ${path}` }));
      this.#state.writeFile(path, step, append || !isCertain(command));
      if (!isNothing(step)) this.#writeEntries(path, command, at);
    };
    for (const { target, operator } of files) if (target) write(target, operator.includes('>>'));
    if (!isTee) return;
    const appends = command.args.some(({ value }) => value === '-a' || value === '--append');
    for (const word of command.args) if (!word.prefix.startsWith('-')) write(word, appends);
  }

  /** Lines such as `NAME=$VALUE`, which whoever reads the file as an environment takes apart again. */
  #writeEntries(path: string, command: ShellCommand, at: TextRange): void {
    const { text } = this.#text.program;
    for (const word of [...command.args, ...command.redirects.flatMap(({ target }) => (target ? [target] : []))]) {
      for (const expansion of word.expansions) {
        const before = text.slice(Math.max(word.start, expansion.start - longestKey), expansion.start);
        const name = /^["'\s]*(\w+)=/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1];
        const flow = this.#expansion(expansion, command);
        if (name === undefined || isNothing(flow)) continue;
        const entry = passing(flow, () => ({ at, message: `${name} is written to ${path}` }));
        this.#state.writeEntry(path, name, entry);
      }
    }
  }

  /** `{ …; } > file`: what the commands inside print. */
  #groupOutput(group: ShellCommand): Flow {
    const { commands } = this.#text.program;
    const inside: ShellCommand[] = [];
    // They follow the group in the order of the text.
    for (let at = (this.#indexes().get(group) ?? commands.length) + 1; at < commands.length; at++) {
      const command = commands[at];
      if (!command || command.start > group.end) break;
      if (command.frames[group.frames.length]?.kind === 'redirected') inside.push(command);
    }
    return this.#printed(inside, group.frames.length + 1);
  }

  #indexes(): ReadonlyMap<ShellCommand, number> {
    return (this.#indexOf ??= new Map(this.#text.program.commands.map((command, index) => [command, index])));
  }

  #call({ name, args, ...rest }: ShellCommand): void {
    const owner = name === undefined ? undefined : this.#state.functions.get(name);
    if (name === undefined || owner === undefined) return;
    if (!this.#functions.has(name)) this.#state.calledFrom.add(owner);
    for (const [index, word] of args.slice(0, 9).entries()) {
      this.#state.setParameter(owner, index + 1, this.#word(word, { name, args, ...rest }));
    }
  }

  #word(word: ShellWord, command: ShellCommand): Flow {
    if (word.expansions.length === 0) return nothing;
    return join(word.expansions.map((expansion) => this.#expansion(expansion, command)));
  }

  #expansion(expansion: ShellExpansion, command: ShellCommand): Flow {
    const flow = this.#expansionFlow(expansion, command);
    if (!isNothing(flow)) this.#state.expansions.set(expansion, flow);
    else if (!this.#adds) this.#state.expansions.delete(expansion);
    return flow;
  }

  #expansionFlow(expansion: ShellExpansion, command: ShellCommand): Flow {
    const { kind, name = '', operation, form, commands = [] } = expansion;
    if (kind === 'arithmetic' || form !== undefined) return nothing;
    if (kind !== 'variable') return this.#printed(commands, command.frames.length + 1);
    const value = this.#variable(name === '' ? this.#expressionAt(expansion) : name, command);
    return operated(value, operation);
  }

  /** `${{ … }}`, which GitHub replaces before any shell sees it and which reads like an expansion. */
  #expressionAt({ start, end }: ShellExpansion): string {
    return this.#text.program.text.slice(start, end + 1);
  }

  #variable(name: string, { frames, start, end }: ShellCommand): Flow {
    const positional = /^(?:\d|[@*])$/.test(name);
    const own = frames.findLast((frame) => frame.kind === 'function');
    const owner = own?.kind === 'function' ? `${this.#owner}/${own.name}` : this.#owner;
    const value = positional ? this.#state.parameter(owner, name) : this.#state.variable(name);
    if (isNothing(value)) return nothing;
    const guarded = this.#guards.get(frames) ?? guardedNames(frames);
    this.#guards.set(frames, guarded);
    const checked = guarded.has(name) ? without(value, 'untrusted') : value;
    // A flow that begins here says so.
    return begins(checked)
      ? passing(checked, () => ({
          at: this.#text.range(start, end),
          message: `${name.startsWith('$') ? name : `$${name}`} is used here`,
        }))
      : checked;
  }

  /** What a list of commands prints together, of which those at `depth` frames or below count. */
  #printed(commands: readonly ShellCommand[], depth: number): Flow {
    if (commands.length === 0) return nothing;
    return join(commands.filter((command) => isPrinted(command, depth)).map((command) => this.output(command)));
  }

  #input({ frames, redirects, ...rest }: ShellCommand): Flow {
    const own = redirects.filter(({ operator, target }) => operator.startsWith('<') && target);
    if (own.length > 0) return this.#redirected(own, { frames, redirects, ...rest });
    for (let at = frames.length - 1; at >= 0; at--) {
      const frame = frames[at];
      if (frame?.kind === 'substitution' || frame?.kind === 'function') return nothing;
      if (frame?.kind === 'pipe' && frame.index > 0) return this.#printed(frame.members[frame.index - 1] ?? [], at + 1);
      if (frame?.kind === 'redirected') {
        const given = frame.redirects.filter(({ operator }) => operator.startsWith('<'));
        if (given.length > 0) return this.#redirected(given, { frames: frames.slice(0, at), redirects, ...rest });
      }
    }
    return nothing;
  }

  #redirected(inputs: ShellCommand['redirects'], command: ShellCommand): Flow {
    return join(
      inputs.map(({ operator, target }) => {
        if (!target) return nothing;
        const text = this.#word(target, command);
        return operator === '<' ? join([text, this.#state.file(pathOf(target.text))]) : text;
      }),
    );
  }

  #outputOf(command: ShellCommand): Flow {
    const { name, args, start, end } = command;
    if (name === undefined) return nothing;
    const words = (): Flow => join(args.map((word) => this.#word(word, command)));
    if (name === 'echo') return words();
    if (name === 'printf') {
      return /%q/.test(args[0]?.prefix ?? '')
        ? without(words(), 'untrusted')
        : args[0]?.value === '-v'
          ? nothing
          : words();
    }
    const at = this.#text.range(start, end);
    const fetched = fetchedBy(command);
    if (fetched !== undefined) {
      const steps = [{ at, message: `${fetched} prints a secret` }];
      return { secret: { name: `the output of ${fetched}`, origin: 'fetched', changed: false, steps } };
    }
    if (printsEnvironment(command)) {
      const steps = [{ at, message: `${name} prints all variables` }];
      return { secret: { name: 'all variables', origin: 'environment', changed: false, steps } };
    }
    if (name === 'printenv') return join(args.map(({ value }) => (value ? this.#variable(value, command) : nothing)));
    if (name === 'git') return gitOutput(args, at);
    const body = this.#functions.get(name);
    if (body) return this.#functionOutput(name, body);
    return this.#filtered(command, words);
  }

  #functionOutput(name: string, body: readonly ShellCommand[]): Flow {
    const known = this.#functionOutputs.get(name);
    if (known) return known;
    // Cut off for functions that call themselves.
    this.#functionOutputs.set(name, nothing);
    const depth = body[0]?.frames.findLastIndex(({ kind }) => kind === 'function') ?? 0;
    const flow = this.#printed(body, depth + 1);
    this.#functionOutputs.set(name, flow);
    return flow;
  }

  #filtered(command: ShellCommand, words: () => Flow): Flow {
    const { name = '', args, start, end } = command;
    const files = (): Flow => {
      const plain = args.filter(({ prefix }) => !prefix.startsWith('-'));
      const read = takesPattern.has(name) ? plain.slice(1) : plain;
      return join([
        ...args.map(({ text }) => this.#state.files.get(pathOf(text))),
        ...read.map(({ text }) => this.#state.file(pathOf(text))),
      ]);
    };
    const given = { input: () => this.#input(command), words, files };
    return filterFlow(name, this.#text.program.text.slice(start, end), given);
  }
}

function begins({ untrusted, secret }: Flow): boolean {
  return (untrusted?.steps.length ?? 1) === 0 || (secret?.steps.length ?? 1) === 0;
}
