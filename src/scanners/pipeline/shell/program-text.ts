import { parseShell } from '../../../lib/shell/parse-shell.ts';
import type { ShellProgram } from '../../../lib/shell/shell-command.ts';
import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';

/** A shell program that knows where its parts were written. */
export interface ProgramText {
  readonly program: ShellProgram;
  range(start: number, end: number): TextRange;
}

/** A file that is a program as a whole. */
export class FileProgram implements ProgramText {
  readonly program: ShellProgram;
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
    this.program = parseShell(source.text);
  }

  range(start: number, end: number): TextRange {
    return { source: this.#source, start, end };
  }
}
