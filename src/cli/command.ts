/** What commands read and write; tests give their own. */
export interface Terminal {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stdin: NodeJS.ReadableStream;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/** An option as the user types it; completions and help are made from it. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** Absent for a flag without a value. */
  readonly value?: string;
  readonly repeat?: boolean;
  readonly summary: string;
  /** The words it takes, for completion. */
  readonly choices?: readonly string[];
}

export interface Invocation {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

export interface CommandSpec {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** After `portcullis <name>`, for example `[TARGET]`. */
  readonly usage: string;
  readonly details?: string;
  readonly subcommands?: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly { readonly command: string; readonly note: string }[];
}

/** A command: what help says of it, and the work, which gives the exit code. */
export interface Command {
  readonly spec: CommandSpec;
  run(invocation: Invocation, terminal: Terminal): Promise<number>;
  /** Takes the words as they are instead, for a command with a grammar of its own. */
  raw?(args: readonly string[], terminal: Terminal): Promise<number>;
}
