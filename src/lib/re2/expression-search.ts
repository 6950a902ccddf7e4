import { isNullable } from './ast.ts';
import { classWriter, type Alphabet } from './alphabet.ts';
import { backtrackingCost } from './backtracking-cost.ts';
import { extentOf } from './extent.ts';
import { javascriptSource } from './javascript-source.ts';
import type { ByteMatch } from './linear-engine.ts';
import { companionTexts, type Before, type MandatoryLiterals } from './literals.ts';
import type { Re2 } from './re2.ts';
import { byteTable } from './reach-limit.ts';

/** No text that is searched is longer; what gitleaks calls a fragment stays below. */
const longestText = 131_072;
/** Steps that V8 may take in one attempt: about a second. */
const maxSteps = 1e9;
/** How far an attempt of an unbounded expression may look when it has to be kept short; the first that is cheap. */
const windowLengths = [1024, 512];
/** After so many milliseconds with one text the linear engine takes over. */
const patience = 250;

/** How an expression is run at one offset: by V8 on the whole text, by V8 where a window is enough, or by re2js. */
type Engine = 'v8' | 'v8-window' | 'linear';

/** Runs one expression around the occurrences of its literals. */
export class ExpressionSearch {
  readonly #regex: Re2;
  readonly #attempts = new Map<Alphabet, RegExp>();
  readonly #before: { readonly bounded: number; readonly loop: Uint8Array; readonly all: Uint8Array };
  #companions: readonly (readonly string[])[] | undefined;
  #window = 0;
  #engine: Engine | undefined;

  constructor(regex: Re2, literals: MandatoryLiterals) {
    this.#regex = regex;
    this.#before = bytesBefore(literals.before);
  }

  /** The matches, given where the literals that count stand, ascending. */
  search(text: string, hits: readonly number[], alphabet: Alphabet): ByteMatch[] {
    const found: ByteMatch[] = [];
    const deadline = performance.now() + patience;
    const engine = (this.#engine ??= this.#chooseEngine());
    if (engine === 'linear' && !this.#hasCompanions(text)) return [];
    let from = 0;
    let attempts = 0;
    for (const hit of hits) {
      let start = Math.max(from, this.#earliestStart(text, hit));
      if (start > hit) continue;
      const attempt = this.#attemptAround(text, hit, alphabet, engine);
      for (; start <= hit; start++) {
        if (++attempts % 16 === 0 && performance.now() > deadline)
          return [...found, ...this.#searchLinearly(text, from)];
        const end = attempt(start);
        from = start + 1;
        if (end === undefined) continue;
        found.push({ start, end });
        from = Math.max(end, from);
        break;
      }
    }
    return found;
  }

  /** Gives where a match that starts at an offset, at most at `hit`, ends. */
  #attemptAround(text: string, hit: number, alphabet: Alphabet, engine: Engine): (start: number) => number | undefined {
    let seen: string | undefined = text;
    if (engine === 'v8-window') {
      const stop = this.#regex.limit.stop(text, hit, this.#window);
      seen = stop === undefined ? undefined : text.slice(0, stop);
    }
    if (seen === undefined || engine === 'linear') {
      return (start) => this.#regex.linear.matchAt(text, start, alphabet === 'ascii');
    }
    const visible = seen;
    const expression = this.#attempts.get(alphabet) ?? this.#compile(alphabet);
    return (start) => {
      expression.lastIndex = start;
      return expression.test(visible) ? expression.lastIndex : undefined;
    };
  }

  /** The matches from an offset on, in a time that grows only with the length of the text. */
  *#searchLinearly(text: string, from: number): Generator<ByteMatch> {
    let match = this.#regex.linear.find(text, from);
    while (match !== undefined) {
      yield match;
      match = this.#regex.linear.find(text, match.end);
    }
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
    this.#window = windowLengths.find((length) => backtrackingCost(root, length) <= maxSteps) ?? 0;
    return this.#window > 0 && longest > this.#window ? 'v8-window' : 'linear';
  }

  /** How far back a match that has the literal at `hit` may start. */
  #earliestStart(text: string, hit: number): number {
    const { bounded, loop, all } = this.#before;
    let others = 0;
    for (let at = hit; at > 0; at--) {
      const byte = text.charCodeAt(at - 1);
      if (all[byte] === 0 || (loop[byte] === 0 && ++others > bounded)) return at;
    }
    return 0;
  }

  /** Whether the other literals that every match contains stand in the text, too. */
  #hasCompanions(text: string): boolean {
    this.#companions ??= companionTexts(this.#regex.root);
    if (this.#companions.length === 0) return true;
    const lower = text.toLowerCase();
    return this.#companions.every((texts) => texts.some((each) => lower.includes(each)));
  }
}

function bytesBefore({ bounded, loop, all }: Before): {
  readonly bounded: number;
  readonly loop: Uint8Array;
  readonly all: Uint8Array;
} {
  return { bounded, loop: byteTable(loop), all: byteTable(all) };
}
