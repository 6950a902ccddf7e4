import { isNullable, type Node } from './ast.ts';
import { classWriter, type Alphabet } from './alphabet.ts';
import { backtrackingCost } from './backtracking-cost.ts';
import { extentOf } from './extent.ts';
import { divergenceOf, javascriptSource, type Divergence } from './javascript-source.ts';
import { LinearEngine, type ByteMatch } from './linear-engine.ts';
import { parseRe2 } from './parse.ts';
import { isAscii, RuneText } from './rune-text.ts';

/** Steps of one attempt that a backtracking engine may take at worst; beyond, the linear engine runs. */
const tolerableSteps = 1e8;

/** No single text given to an expression is longer. */
const longestText = 200_000;

/**
 * An expression in RE2 syntax with Go's semantics (leftmost-first, invalid UTF-8 read byte by byte as U+FFFD), run on
 * bytes given as a string with one character a byte. V8's engine does the work where it provably gives the same result
 * at a bounded cost, re2js where it does not.
 */
export class Re2 {
  readonly source: string;
  readonly root: Node;
  /** Number of capturing groups. */
  readonly groups: number;
  readonly divergence: Divergence;
  /** For what V8 may not do. */
  readonly linear: LinearEngine;
  #ascii: RegExp | undefined;
  #utf8: RegExp | undefined;
  #dangerous: boolean | undefined;

  /** Throws `Re2SyntaxError` when RE2 would refuse the source. */
  constructor(source: string) {
    const { root, groups } = parseRe2(source);
    this.source = source;
    this.root = root;
    this.groups = groups;
    this.divergence = divergenceOf(root);
    this.linear = new LinearEngine(source);
  }

  /** Whether V8's engine may run this expression: same matches, and a bounded number of steps. */
  get backtracks(): boolean {
    this.#dangerous ??=
      backtrackingCost(this.root, Math.min(longestText, extentOf(this.root, 'ascii').max)) > tolerableSteps;
    return this.divergence !== 'matches' && !this.#dangerous;
  }

  /** JavaScript source that is right for texts of the alphabet. */
  javascript(alphabet: Alphabet): string {
    return javascriptSource(this.root, classWriter(alphabet));
  }

  /** Whether the text contains a match. */
  test(bytes: string): boolean {
    return this.#find(bytes, 0) !== undefined;
  }

  /** The non-overlapping matches from left to right, like Go's `FindAllStringIndex(bytes, -1)`. */
  *findAll(bytes: string): Generator<ByteMatch> {
    let from = 0;
    let previousEnd = -1;
    while (from <= bytes.length) {
      const match = this.#find(bytes, from);
      if (match === undefined) return;
      // An empty match right after a match does not count.
      if (match.end > match.start || match.start !== previousEnd) yield match;
      previousEnd = match.end;
      from = match.end > match.start ? match.end : nextRune(bytes, match.end);
    }
  }

  /** Where each group of the leftmost match stands, the match itself first; undefined without a match. */
  submatches(bytes: string): readonly (ByteMatch | undefined)[] | undefined {
    const ascii = isAscii(bytes);
    if (!this.#runsOnV8(ascii) || this.divergence === 'groups') return this.linear.submatches(bytes, this.groups);
    const expression = new RegExp(this.javascript(ascii ? 'ascii' : 'any'), 'd');
    const indices = expression.exec(bytes)?.indices;
    return indices?.map((range) => range && { start: range[0], end: range[1] });
  }

  /** JavaScript would find empty matches inside of an encoded rune. */
  #runsOnV8(ascii: boolean): boolean {
    return this.backtracks && (ascii || !isNullable(this.root));
  }

  #find(bytes: string, from: number): ByteMatch | undefined {
    const ascii = isAscii(bytes);
    if (!this.#runsOnV8(ascii)) return this.linear.find(bytes, from);
    const expression = ascii
      ? (this.#ascii ??= new RegExp(this.javascript('ascii'), 'g'))
      : (this.#utf8 ??= new RegExp(this.javascript('any'), 'g'));
    expression.lastIndex = from;
    const match = expression.exec(bytes);
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  }
}

/** Where the rune after the one at an offset starts. */
function nextRune(bytes: string, at: number): number {
  const runes = new RuneText(bytes.slice(at, at + 4));
  return at + runes.byteOffset((runes.text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1) || at + 1;
}
