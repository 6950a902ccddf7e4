import { createLiteralFinder, type LiteralFinder } from '../matcher/literal-finder.ts';
import type { ByteString } from './byte-string.ts';
import { alphabetOf, type Alphabet } from './alphabet.ts';
import { ExpressionSearch } from './expression-search.ts';
import { Gate } from './gate.ts';
import type { ByteMatch } from './linear-engine.ts';
import { companionTexts, mandatoryLiterals } from './literals.ts';
import type { Re2 } from './re2.ts';

/** One of many expressions that are searched at the same time. */
export interface SearchedExpression {
  readonly regex: Re2;
  /** Lower-case words of which one must stand in the text, in any case, for matches to count; none: they always do. */
  readonly words: readonly string[];
}

/** The matches of an expression. */
export interface ExpressionMatches {
  /** In the list that the search was made for. */
  readonly expression: number;
  readonly matches: readonly ByteMatch[];
}

/** The finder looks for literals of at least three bytes. */
const finderMinimum = 3;
/** Milliseconds that gates may take with one text. */
const gatePatience = 250;

/** Called where a literal stands. */
type Watcher = (start: number, scan: Scan) => void;

/** A text being searched. */
interface Scan {
  readonly content: ByteString;
  readonly alphabet: Alphabet;
  /** Offsets of literals whose gate is open, for each expression. */
  readonly hits: Map<number, number[]>;
  /** Expressions that must be run on the whole text. */
  readonly wanted: Set<number>;
  readonly clock: GateClock;
}

/** Gates are there to save time: when they take too long with a text, they stay open. */
class GateClock {
  #checks = 0;
  #start = 0;
  #over = false;

  isOver(): boolean {
    if (this.#checks++ % 256 === 0) {
      const now = performance.now();
      if (this.#checks === 1) this.#start = now;
      this.#over = now - this.#start > gatePatience;
    }
    return this.#over;
  }
}

/**
 * Finds the matches of many expressions in one pass: literals that they need are looked for all at once, gates look at
 * what follows them, and an expression runs only where both hold. The result is that of `Re2.findAll` on the whole
 * text, except that matches may also be given when none of the words stands in it.
 */
export class Re2Search {
  readonly #expressions: readonly SearchedExpression[];
  readonly #searches = new Map<number, ExpressionSearch>();
  readonly #watchers: Watcher[][] = [];
  readonly #finder: LiteralFinder;
  /** Expressions with literals that are too short for the finder. */
  readonly #short: { readonly texts: readonly string[]; readonly watch: Watcher }[] = [];
  /** Expressions without any literal, nor words that the finder finds. */
  readonly #always: number[] = [];

  constructor(expressions: readonly SearchedExpression[]) {
    this.#expressions = expressions;
    const literals = new Map<string, { text: string; caseless: boolean; watchers: Watcher[] }>();
    const watch = (text: string, caseless: boolean, watcher: Watcher): void => {
      const key = `${caseless} ${text}`;
      const entry = literals.get(key) ?? { text, caseless, watchers: [] };
      entry.watchers.push(watcher);
      literals.set(key, entry);
    };
    for (const [index, expression] of expressions.entries()) this.#plan(index, expression, watch);
    for (const { watchers } of literals.values()) this.#watchers.push(watchers);
    this.#finder = createLiteralFinder([...literals.values()]);
  }

  #plan(
    index: number,
    { regex, words }: SearchedExpression,
    watch: (text: string, caseless: boolean, watcher: Watcher) => void,
  ): void {
    const long = mandatoryLiterals(regex.root, 'plain', finderMinimum);
    if (long !== undefined) {
      this.#searches.set(index, new ExpressionSearch(regex, long));
      for (const literal of long.literals) watch(literal.text, literal.caseless, watcherOf(index, literal));
      return;
    }
    if (words.length > 0 && words.every((word) => word.length >= finderMinimum)) {
      for (const word of words) watch(word, true, (_, scan) => scan.wanted.add(index));
      return;
    }
    const short = mandatoryLiterals(regex.root, 'plain', 2);
    if (short === undefined) {
      this.#always.push(index);
      return;
    }
    this.#searches.set(index, new ExpressionSearch(regex, short));
    for (const literal of short.literals) {
      this.#short.push({
        texts: literal.caseless ? casesOf(literal.text) : [literal.text],
        watch: watcherOf(index, literal),
      });
    }
  }

  /** `hasWord` says whether one of an expression's words stands in the content, whatever the case. */
  search(content: ByteString, hasWord: (expression: number) => boolean): readonly ExpressionMatches[] {
    const { bytes } = content;
    const scan: Scan = {
      content,
      alphabet: alphabetOf(bytes),
      hits: new Map(),
      wanted: new Set(),
      clock: new GateClock(),
    };
    if (scan.alphabet === 'any') return this.#searchWhole(scan, hasWord);
    this.#finder.find(bytes, 0, bytes.length, (literal, start) => {
      for (const watcher of this.#watchers[literal] ?? []) watcher(start, scan);
    });
    for (const { texts, watch } of this.#short) {
      const { text } = content;
      for (const literal of texts) {
        for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) watch(at, scan);
      }
    }
    for (const index of this.#always) scan.wanted.add(index);
    const found: ExpressionMatches[] = [];
    for (const [index, hits] of scan.hits) {
      const search = this.#searches.get(index);
      if (search === undefined) continue;
      const matches = search.search(
        content.text,
        hits.toSorted((a, b) => a - b),
        scan.alphabet,
      );
      if (matches.length > 0) found.push({ expression: index, matches });
    }
    return [...found, ...this.#runWanted(scan, hasWord)];
  }

  #runWanted(scan: Scan, hasWord: (expression: number) => boolean): ExpressionMatches[] {
    const found: ExpressionMatches[] = [];
    for (const index of scan.wanted) {
      const expression = this.#expressions[index];
      if (expression === undefined || (expression.words.length > 0 && !hasWord(index))) continue;
      const matches = [...expression.regex.findAll(scan.content.text)];
      if (matches.length > 0) found.push({ expression: index, matches });
    }
    return found;
  }

  /** Letters that only case folding makes equal to ASCII ones can stand in place of those of literals. */
  #searchWhole(scan: Scan, hasWord: (expression: number) => boolean): ExpressionMatches[] {
    const lower = scan.content.text.replaceAll('\xc5\xbf', 's').replaceAll('\xe2\x84\xaa', 'k').toLowerCase();
    for (const [index, { regex }] of this.#expressions.entries()) {
      const needed = companionTexts(regex.root);
      if (needed.every((texts) => texts.some((text) => lower.includes(text)))) scan.wanted.add(index);
    }
    return this.#runWanted(scan, hasWord);
  }
}

function watcherOf(index: number, literal: ConstructorParameters<typeof Gate>[0]): Watcher {
  const gate = new Gate(literal);
  return (start, scan) => {
    if (!scan.clock.isOver() && !gate.opens(scan.content.text, start + literal.text.length, scan.alphabet)) return;
    const hits = scan.hits.get(index);
    if (hits === undefined) scan.hits.set(index, [start]);
    else hits.push(start);
  };
}

/** All ways to write a short text in upper and lower case. */
function casesOf(text: string): readonly string[] {
  let all = [''];
  for (const character of text) {
    const variants = new Set([character.toLowerCase(), character.toUpperCase()]);
    all = all.flatMap((start) => Array.from(variants, (variant) => start + variant));
  }
  return all;
}
