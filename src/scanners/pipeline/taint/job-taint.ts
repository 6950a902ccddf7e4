import type { ShellCommand, ShellExpansion, ShellWord } from '../../../lib/shell/shell-command.ts';
import type { RunStep } from '../model/step.ts';
import type { ProgramText } from '../shell/program-text.ts';
import { join, nothing, type Flow, type Secret } from './flow.ts';
import type { TraceState } from './trace-state.ts';

/** A program that a job runs: one of its own scripts, or one of the checkout that such a script calls. */
export interface TracedScript {
  readonly text: ProgramText;
  readonly step: RunStep;
  /** The file, for a script of the checkout. */
  readonly path?: string;
}

/** A command of a job, wherever it is written. */
export interface TracedCommand extends TracedScript {
  readonly command: ShellCommand;
}

/** What is known of the values in the scripts of a job: who chose them, whether they are secret. */
export class JobTaint {
  readonly scripts: readonly TracedScript[];
  /** Whether scripts were left out because there are too many. */
  readonly cut: boolean;
  readonly #state: TraceState;
  #commands: readonly TracedCommand[] | undefined;
  #kinds: ReadonlySet<keyof Flow> | undefined;

  constructor(scripts: readonly TracedScript[], state: TraceState, cut: boolean) {
    this.scripts = scripts;
    this.#state = state;
    this.cut = cut;
  }

  /** Every command of the scripts, in their order. */
  commands(): readonly TracedCommand[] {
    return (this.#commands ??= this.scripts.flatMap(({ text, step, path }) =>
      text.program.commands.map((command) => ({ text, step, command, ...(path !== undefined && { path }) })),
    ));
  }

  /** Whether anything in the scripts is of that kind; if not, there is nothing to look for. */
  holds(part: keyof Flow): boolean {
    return (this.#kinds ??= this.#state.kinds()).has(part);
  }

  expansion(expansion: ShellExpansion): Flow {
    return this.#state.expansions.get(expansion) ?? nothing;
  }

  word(word: ShellWord): Flow {
    return word.expansions.length === 0 ? nothing : join(word.expansions.map((one) => this.expansion(one)));
  }

  /** What the command reads from its standard input. */
  input(command: ShellCommand): Flow {
    return this.#state.inputs.get(command) ?? nothing;
  }

  /** The secret that the command prints into the job's log. */
  printed(command: ShellCommand): Secret | undefined {
    return this.#state.printed.get(command);
  }

  /** What the job's files hold, by path as written in the scripts. */
  get files(): ReadonlyMap<string, Flow> {
    return this.#state.files;
  }

  /** Variables that lines of a file set: `NAME=value`. */
  entries(path: string): ReadonlyMap<string, Flow> {
    return this.#state.entries.get(path) ?? new Map<string, Flow>();
  }

  /** What a variable holds at the end of the job's scripts. */
  variable(name: string): Flow {
    return this.#state.variable(name);
  }
}
