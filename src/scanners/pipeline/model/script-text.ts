import { parseShell } from '../../../lib/shell/parse-shell.ts';
import type { ShellProgram } from '../../../lib/shell/shell-command.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlScalar } from '../../../lib/yaml/node.ts';
import { scalarOffsets } from '../../../lib/yaml/scalar-offsets.ts';

interface Piece {
  readonly scalar: YamlScalar;
  /** Where it begins in the script. */
  readonly start: number;
}

/** A script that is written in several places, such as the items of `before_script` and `script`: one program. */
export class ScriptText {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #offsets = new Map<YamlScalar, Uint32Array>();
  #program: ShellProgram | undefined;

  /** @param scalars what is run one after the other; at least one */
  constructor(scalars: readonly YamlScalar[]) {
    const pieces: Piece[] = [];
    let text = '';
    for (const scalar of scalars) {
      if (text !== '' && !text.endsWith('\n')) text += '\n';
      pieces.push({ scalar, start: text.length });
      text += scalar.text;
    }
    this.text = text;
    this.#pieces = pieces;
  }

  /** The items, as they were written. */
  get scalars(): readonly YamlScalar[] {
    return this.#pieces.map((piece) => piece.scalar);
  }

  /** The script as a shell reads it. */
  get program(): ShellProgram {
    return (this.#program ??= parseShell(this.text));
  }

  /** Where a part of the script was written. A part of several items has the range of its first. */
  range(start: number, end: number): TextRange {
    const piece = this.#pieceAt(start);
    const { scalar } = piece;
    const offsets = this.#offsetsOf(scalar);
    const from = offsets[Math.min(start - piece.start, scalar.text.length)] ?? scalar.range.start;
    const length = Math.min(end - piece.start, scalar.text.length);
    // The end of the last character rather than the start of the next, which may stand on another line.
    const last = length > 0 ? (offsets[length - 1] ?? from) + 1 : from;
    return { source: scalar.range.source, start: from, end: Math.max(from, last) };
  }

  #pieceAt(offset: number): Piece {
    const piece = this.#pieces.findLast((one) => one.start <= offset) ?? this.#pieces[0];
    if (!piece) throw new Error('a script has at least one item');
    return piece;
  }

  #offsetsOf(scalar: YamlScalar): Uint32Array {
    const offsets = this.#offsets.get(scalar) ?? scalarOffsets(scalar);
    this.#offsets.set(scalar, offsets);
    return offsets;
  }
}
