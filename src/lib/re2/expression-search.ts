import { isNullable } from './ast.ts';
import { classWriter, type Alphabet } from './alphabet.ts';
import { backtrackingCost } from './backtracking-cost.ts';
import { extentOf } from './extent.ts';
import { javascriptSource } from './javascript-source.ts';
import type { ByteMatch } from './linear-engine.ts';
import type { MandatoryLiterals } from './literals.ts';
import type { Re2 } from './re2.ts';
import { reachOf, type Reach } from './reach.ts';
import { contains } from './rune-set.ts';

/** No text that is searched is longer; what gitleaks calls a fragment stays below. */
const longestText = 131_072;
/** Steps that V8 may take in one attempt: about a second. */
const maxSteps = 5e8;
/** How far an attempt of an unbounded expression may look when it has to be kept short. */
const windowLength = 1024;
/** How far back the start of a match is looked for. */
const maxLead = 4096;
/** After so many milliseconds with one text the linear engine takes over. */
const patience = 250;

/** How an expression is run at one offset: by V8 on the whole text, by V8 where a window is enough, or by re2js. */
type Engine = 'v8' | 'v8-window' | 'linear';

/** Runs one expression around the occurrences of its literals. */
export class ExpressionSearch {
  readonly #regex: Re2;
  readonly #literals: MandatoryLiterals;
  readonly #attempts = new Map<Alphabet, RegExp>();
  readonly #before: Uint8Array;
  #reach: { readonly bounded: number; readonly loop: Uint8Array } | undefined;
  #engine: Engine | undefined;

  constructor(regex: Re2, literals: MandatoryLiterals) {
    this.#regex = regex;
    this.#literals = literals;
    this.#before = byteTable(literals.before);
  }

  /** The matches, given where the literals that count stand, ascending. */
  search(text: string, hits: readonly number[], alphabet: Alphabet): ByteMatch[] {
    const found: ByteMatch[] = [];
    const deadline = performance.now() + patience;
    let engine = (this.#engine ??= this.#chooseEngine());
    let from = 0;
    let attempts = 0;
    for (const hit of hits) {
      const earliest = this.#earliestStart(text, hit);
      if (earliest === undefined) return [...this.#regex.findAll(text)];
      for (let start = Math.max(from, earliest); start <= hit; start++) {
        if (++attempts % 16 === 0 && performance.now() > deadline) engine = 'linear';
        const end = this.#matchAt(text, start, alphabet, engine);
        from = start + 1;
        if (end === undefined) continue;
        found.push({ start, end });
        from = Math.max(end, from);
        break;
      }
    }
    return found;
  }

  #matchAt(text: string, start: number, alphabet: Alphabet, engine: Engine): number | undefined {
    if (engine === 'linear') return this.#regex.linear.matchAt(text, start);
    let seen = text;
    if (engine === 'v8-window') {
      const stop = this.#safeStop(text, start);
      if (stop === undefined) return this.#regex.linear.matchAt(text, start);
      seen = text.slice(0, stop);
    }
    const expression = this.#attempts.get(alphabet) ?? this.#compile(alphabet);
    expression.lastIndex = start;
    return expression.test(seen) ? expression.lastIndex : undefined;
  }

  #compile(alphabet: Alphabet): RegExp {
    const expression = new RegExp(javascriptSource(this.#regex.root, classWriter(alphabet), false), 'y');
    this.#attempts.set(alphabet, expression);
    return expression;
  }

  #chooseEngine(): Engine {
    const { root, divergence } = this.#regex;
    if (divergence === 'matches' || isNullable(root)) return 'linear';
    const longest = Math.min(longestText, extentOf(root, 'ascii').max);
    if (backtrackingCost(root, longest) <= maxSteps) return 'v8';
    return longest > windowLength && backtrackingCost(root, windowLength) <= maxSteps ? 'v8-window' : 'linear';
  }

  /** Undefined when that is too far back to tell. */
  #earliestStart(text: string, hit: number): number | undefined {
    const { bounded, loop } = this.#literals.before;
    if (loop.length === 0) return Math.max(0, hit - bounded);
    let others = 0;
    for (let at = hit; at > 0; at--) {
      if (this.#before[text.charCodeAt(at - 1)] === 0 && ++others > bounded) return at;
      if (hit - at > maxLead) return undefined;
    }
    return 0;
  }

  /**
   * An offset that no attempt from `start` can look beyond: more bytes stand before it than the bounded parts take that
   * the unbounded ones do not. Undefined when there is none within the window.
   */
  #safeStop(text: string, start: number): number | undefined {
    this.#reach ??= this.#measureReach();
    const { bounded, loop } = this.#reach;
    const limit = Math.min(text.length, start + windowLength - 8);
    let others = 0;
    for (let at = start; at < limit; at++) {
      if (loop[text.charCodeAt(at)] === 0 && ++others > bounded) return at + 8;
    }
    return limit === text.length ? limit : undefined;
  }

  #measureReach(): { readonly bounded: number; readonly loop: Uint8Array } {
    const reach = reachOf([this.#regex.root], 'plain');
    return { bounded: reach.bounded, loop: byteTable(reach) };
  }
}

/** Which bytes the unbounded parts can take. */
function byteTable({ loop }: Reach): Uint8Array {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 0x80; byte++) if (contains(loop, byte)) table[byte] = 1;
  if ((loop.at(-1) ?? 0) >= 0x80) table.fill(1, 0x80);
  return table;
}
