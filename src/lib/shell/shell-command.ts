import type { ParameterOperation, TestExpression } from 'unbash';

/** What the shell puts in place of an expansion, and where. Offsets are UTF-16 units of the program's text. */
export interface ShellExpansion {
  readonly kind: 'variable' | 'command' | 'arithmetic' | 'process';
  /** The variable's name; absent for other kinds. */
  readonly name?: string;
  /** `none`: the result is split and globbed; `double` and `heredoc`: it stays one text. */
  readonly quoting: 'none' | 'double' | 'heredoc';
  /** `${NAME@Q}`, `${NAME//a/b}` … as the parser gives it. */
  readonly operation?: ParameterOperation;
  /** `${#NAME}` gives a number, `${!NAME}` the value of the variable that NAME names. */
  readonly form?: 'length' | 'indirect';
  /** For `arithmetic`: the names in the expression; bash evaluates their values as expressions again. */
  readonly names?: readonly string[];
  /** Commands inside, for `command` and `process`. */
  readonly commands?: readonly ShellCommand[];
  readonly start: number;
  readonly end: number;
}

export interface ShellWord {
  /** As written, with quotes. */
  readonly text: string;
  /** What the command gets; undefined when something is expanded. */
  readonly value?: string;
  /** What stands before the first expansion, without quotes. */
  readonly prefix: string;
  readonly expansions: readonly ShellExpansion[];
  readonly start: number;
  readonly end: number;
}

export interface ShellAssignment {
  readonly name: string;
  /** Undefined for arrays. */
  readonly value?: ShellWord;
  /** The elements of an array. */
  readonly elements?: readonly ShellWord[];
  readonly append: boolean;
  readonly start: number;
  readonly end: number;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `2>&1` is `>&` with descriptor 2; `<<<` and `<<` are input texts. */
  readonly operator: string;
  readonly descriptor?: number;
  /** The file, or the text of a here-string or here-document. */
  readonly target?: ShellWord;
  readonly start: number;
  readonly end: number;
}

/** What surrounds a command, from the outermost to the innermost. */
export type ShellFrame =
  /** A member of a pipe, counted from 0. */
  | { readonly kind: 'pipe'; readonly index: number; readonly members: readonly ShellCommand[][] }
  /** Left of `||` or `&&`; `right` is what stands on the other side. */
  | { readonly kind: 'or-left' | 'and-left'; readonly right: readonly ShellCommand[] }
  | { readonly kind: 'or-right' | 'and-right' }
  | { readonly kind: 'condition' | 'loop' | 'subshell' | 'background' | 'negation' }
  /** What is done when the commands in `condition` succeed, or when `subject` is one of `patterns`; else undefined. */
  | {
      readonly kind: 'branch';
      readonly condition?: readonly ShellCommand[];
      readonly subject?: ShellWord;
      readonly patterns?: readonly ShellWord[];
    }
  /** Inside `{ … } > file` or `while …; done < file`. */
  | { readonly kind: 'redirected'; readonly redirects: readonly ShellRedirect[] }
  | { readonly kind: 'function'; readonly name: string }
  /** `$( )`, backticks or `<( )` in a word of the owner, or in the value of its assignment `assigned`. */
  | { readonly kind: 'substitution'; readonly owner: () => ShellCommand | undefined; readonly assigned?: string };

export interface ShellCommand {
  /** Without directory and wrappers (`sudo`, `env`, `timeout 5` …); undefined when it is expanded or only assigns. */
  readonly name?: string;
  readonly nameWord?: ShellWord;
  /** What follows the name. */
  readonly args: readonly ShellWord[];
  /** `sudo`, `env`, … in front of the name. */
  readonly wrappers: readonly string[];
  /** `A=1 command`, or `A=1` alone, or the operands of `export A=1`. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly frames: readonly ShellFrame[];
  /** The expression, for `[[ … ]]` (whose name is `[[`). */
  readonly test?: TestExpression;
  /** The variable that `for` or `select` (the command's name) sets to each of `args`. */
  readonly binds?: string;
  readonly start: number;
  readonly end: number;
}

export interface ShellProgram {
  readonly text: string;
  /** Every command, also inside substitutions, functions and branches, in the order of the text. */
  readonly commands: readonly ShellCommand[];
  readonly problems: readonly { readonly message: string; readonly offset: number }[];
}
