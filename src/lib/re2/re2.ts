import { isNullable, type Node } from './ast.ts';
import { classWriter, type Alphabet } from './alphabet.ts';
import { backtrackingCost } from './backtracking-cost.ts';
import { extentOf } from './extent.ts';
import { divergenceOf, javascriptSource, type Divergence } from './javascript-source.ts';
import { LinearEngine, type ByteMatch } from './linear-engine.ts';
import { parseRe2 } from './parse.ts';
import { ReachLimit } from './reach-limit.ts';
import { isAscii, RuneText } from './rune-text.ts';

/** Steps that V8 may take with a text: well below a second. */
const tolerableSteps = 1e8;
/** Lengths of texts for which the cost is worked out. */
const lengths = [64, 256, 1024, 8192, 131_072];
/** Longer texts are searched in parts: starts in a region, that can see a window. */
const region = 1024;
const window = 7168;

/** Where matches are tried: at one place, in a region, everywhere. */
type Starts = 'one' | 'region' | 'text';

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
  #limit: ReachLimit | undefined;
  /** Whether V8 is quick with attempts at so many starts; by the length that it can see. */
  readonly #quick: Readonly<Record<Starts, Map<number, boolean>>> = {
    one: new Map(),
    region: new Map(),
    text: new Map(),
  };

  /** Throws `Re2SyntaxError` when RE2 would refuse the source. */
  constructor(source: string) {
    const { root, groups } = parseRe2(source);
    this.source = source;
    this.root = root;
    this.groups = groups;
    this.divergence = divergenceOf(root);
    this.linear = new LinearEngine(source);
  }

  /** How far attempts to match can look. */
  get limit(): ReachLimit {
    this.#limit ??= new ReachLimit(this.root);
    return this.#limit;
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
    if (!this.#isV8Right(ascii) || this.divergence === 'groups' || !this.#isQuick('one', bytes.length)) {
      return this.linear.submatches(bytes, this.groups);
    }
    // Most texts are matches as a whole, so that one attempt is enough.
    const expression = new RegExp(this.javascript(ascii ? 'ascii' : 'any'), 'dy');
    const indices = expression.exec(bytes)?.indices;
    if (indices === undefined) return this.linear.submatches(bytes, this.groups);
    return indices.map((range) => range && { start: range[0], end: range[1] });
  }

  #find(bytes: string, from: number): ByteMatch | undefined {
    const ascii = isAscii(bytes);
    if (!this.#isV8Right(ascii)) return this.linear.find(bytes, from);
    if (this.#isQuick('text', bytes.length - from)) return this.#findByV8(bytes, from, ascii);
    for (let start = from; start <= bytes.length; start += region) {
      const stop = this.limit.stop(bytes, start + region, window);
      if (stop === undefined || !this.#isQuick('region', stop - start)) return this.linear.find(bytes, start);
      const match = this.#findByV8(stop < bytes.length ? bytes.slice(0, stop) : bytes, start, ascii);
      if (match !== undefined && match.start < start + region) return match;
    }
    return undefined;
  }

  #findByV8(bytes: string, from: number, ascii: boolean): ByteMatch | undefined {
    const expression = ascii
      ? (this.#ascii ??= new RegExp(this.javascript('ascii'), 'g'))
      : (this.#utf8 ??= new RegExp(this.javascript('any'), 'g'));
    expression.lastIndex = from;
    const match = expression.exec(bytes);
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  }

  /** Whether V8 finds the same matches. It would find empty ones inside of an encoded rune. */
  #isV8Right(ascii: boolean): boolean {
    return this.divergence !== 'matches' && (ascii || !isNullable(this.root));
  }

  /** Whether V8 takes a bearable number of steps for attempts that see so many bytes. */
  #isQuick(starts: Starts, length: number): boolean {
    const seen = lengths.find((each) => each >= length);
    if (seen === undefined) return false;
    let quick = this.#quick[starts].get(seen);
    if (quick === undefined) {
      const steps = backtrackingCost(this.root, Math.min(seen, extentOf(this.root, 'ascii').max));
      const attempts = { one: 1, region: Math.min(seen, region), text: seen }[starts];
      quick = steps * attempts <= tolerableSteps;
      this.#quick[starts].set(seen, quick);
    }
    return quick;
  }
}

/** Where the rune after the one at an offset starts. */
function nextRune(bytes: string, at: number): number {
  const runes = new RuneText(bytes.slice(at, at + 4));
  return at + runes.byteOffset((runes.text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1) || at + 1;
}
