import type { Node } from './ast.ts';
import type { Alphabet } from './alphabet.ts';
import { farthest, reachesOf, runesIn, type Reach } from './reach.ts';
import { clip, normalize, type RuneSet } from './rune-set.ts';

/** A text that must occur; lower case when it is compared without case. */
interface Text {
  readonly text: string;
  readonly caseless: boolean;
}

/** A literal of which some must stand in every match. */
export interface MandatoryLiteral extends Text {
  /** What a match goes on with after the literal, as far as it is known. */
  readonly after: readonly Node[];
}

/** What can stand in a match before the literal. */
export interface Before extends Reach {
  /** All its runes. */
  readonly all: RuneSet;
}

/** Literals of which every match contains at least one, and how far before it the match may start. */
export interface MandatoryLiterals {
  readonly literals: readonly MandatoryLiteral[];
  readonly before: Before;
}

/** What an expression matches when that is a small finite set of texts. */
type Exact = readonly Text[];

const maxTexts = 48;
const companionLength = 3;
const emptyTexts: Exact = [{ text: '', caseless: false }];
const nothingBefore: Before = { bounded: 0, loop: [], all: [] };

/**
 * The literals that gate an expression, chosen so that they occur rarely; undefined when every match need not contain
 * one of at least `minLength` bytes. Folded letters stand for their ASCII forms only: a text with U+017F or U+212A
 * needs another way. `alphabet` decides how many bytes `before` counts for a rune.
 */
export function mandatoryLiterals(root: Node, alphabet: Alphabet, minLength: number): MandatoryLiterals | undefined {
  return new LiteralSearch(alphabet, minLength).best(root, []);
}

/**
 * Further sets of texts, lower case, of each of which every match contains at least one in some case. For expressions
 * that are slow to run and have several literals.
 */
export function companionTexts(root: Node): readonly (readonly string[])[] {
  switch (root.kind) {
    case 'empty':
    case 'assertion':
    case 'set':
    default:
      return [];
    case 'group':
      return companionTexts(root.body);
    case 'repeat':
      return root.min === 0 ? [] : companionTexts(root.body);
    case 'alternate': {
      const all = root.options.map(companionTexts);
      const count = Math.min(...all.map((sets) => sets.length));
      return Array.from({ length: count }, (_, index) => all.flatMap((sets) => sets[index] ?? []));
    }
    case 'concat': {
      const sets: (readonly string[])[] = [];
      let run: Exact = emptyTexts;
      const close = (): void => {
        if (isLong(run, companionLength)) sets.push(run.map(({ text }) => text.toLowerCase()));
        run = emptyTexts;
      };
      for (const part of root.parts) {
        const exact = exactOf(part);
        const joined = product(run, exact);
        if (joined === undefined) {
          close();
          if (exact === undefined) sets.push(...companionTexts(part));
        }
        run = joined ?? exact ?? emptyTexts;
      }
      close();
      return sets.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
    }
  }
}

class LiteralSearch {
  readonly #alphabet: Alphabet;
  readonly #minLength: number;

  constructor(alphabet: Alphabet, minLength: number) {
    this.#alphabet = alphabet;
    this.#minLength = minLength;
  }

  /** `after` is what follows the node in the whole expression. */
  best(node: Node, after: readonly Node[]): MandatoryLiterals | undefined {
    switch (node.kind) {
      case 'empty':
      case 'assertion':
      case 'set':
      default:
        return undefined;
      case 'group':
        return this.best(node.body, after);
      case 'repeat': {
        if (node.min === 0) return undefined;
        const once = node.max === 1;
        return this.#candidate(exactOf(node), nothingBefore, after) ?? this.best(node.body, once ? after : []);
      }
      case 'alternate':
        return this.#candidate(exactOf(node), nothingBefore, after) ?? this.#bestOfAll(node.options, after);
      case 'concat':
        return this.#bestOfRuns(node.parts, after);
    }
  }

  /** Every option must bring its own. */
  #bestOfAll(options: readonly Node[], after: readonly Node[]): MandatoryLiterals | undefined {
    const found: MandatoryLiterals[] = [];
    for (const option of options) {
      const best = this.#candidate(exactOf(option), nothingBefore, after) ?? this.best(option, after);
      if (best === undefined) return undefined;
      found.push(best);
    }
    return {
      literals: found.flatMap(({ literals }) => literals),
      before: {
        bounded: Math.max(...found.map(({ before }) => before.bounded)),
        loop: normalize(found.flatMap(({ before }) => [...before.loop])),
        all: normalize(found.flatMap(({ before }) => [...before.all])),
      },
    };
  }

  /** Joins neighbours that are finite sets of texts, and weighs the runs against what other parts bring. */
  #bestOfRuns(parts: readonly Node[], after: readonly Node[]): MandatoryLiterals | undefined {
    let best: MandatoryLiterals | undefined;
    const offer = (found: MandatoryLiterals | undefined): void => {
      if (found !== undefined && (best === undefined || rarity(found) < rarity(best))) best = found;
    };
    const rest = (index: number): readonly Node[] => [...parts.slice(index), ...after];
    let run: Exact = emptyTexts;
    let runStart = 0;
    for (const [index, part] of parts.entries()) {
      const exact = exactOf(part);
      const joined = exact === undefined ? undefined : product(run, exact);
      if (joined !== undefined) {
        run = joined;
        continue;
      }
      if (isLong(run, this.#minLength)) offer(this.#candidate(run, this.#before(parts, runStart), rest(index)));
      if (exact === undefined) {
        const inner = this.best(part, rest(index + 1));
        if (inner !== undefined) offer({ ...inner, before: add(this.#before(parts, index), inner.before) });
      }
      run = exact ?? emptyTexts;
      runStart = exact === undefined ? index + 1 : index;
    }
    if (isLong(run, this.#minLength)) offer(this.#candidate(run, this.#before(parts, runStart), after));
    return best;
  }

  #before(parts: readonly Node[], end: number): Before {
    const before = parts.slice(0, end);
    const reach = farthest(reachesOf(before, this.#alphabet));
    return { ...reach, all: runesIn(before, this.#alphabet) };
  }

  #candidate(texts: Exact | undefined, before: Before, after: readonly Node[]): MandatoryLiterals | undefined {
    if (texts === undefined || !isLong(texts, this.#minLength)) return undefined;
    return { literals: texts.map((text) => ({ ...text, after })), before };
  }
}

function isLong(texts: Exact, minLength: number): boolean {
  return texts.length > 0 && texts.every(({ text }) => text.length >= minLength);
}

function add(a: Before, b: Before): Before {
  return {
    bounded: a.bounded + b.bounded,
    loop: normalize([...a.loop, ...b.loop]),
    all: normalize([...a.all, ...b.all]),
  };
}

function exactOf(node: Node): Exact | undefined {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    default:
      return emptyTexts;
    case 'set':
      return textsOf(node.set);
    case 'group':
      return exactOf(node.body);
    case 'concat': {
      let joined: Exact | undefined = emptyTexts;
      for (const part of node.parts) {
        joined = product(joined, exactOf(part));
        if (joined === undefined) break;
      }
      return joined;
    }
    case 'alternate': {
      let all: Exact | undefined = [];
      for (const option of node.options) {
        all = union(all, exactOf(option));
        if (all === undefined) break;
      }
      return all;
    }
    case 'repeat':
      return exactOfRepeat(node.body, node.min, node.max);
  }
}

function exactOfRepeat(body: Node, min: number, max: number): Exact | undefined {
  if (max > 16) return undefined;
  const once = exactOf(body);
  let power: Exact | undefined = emptyTexts;
  let result: Exact | undefined = [];
  for (let count = 0; count <= max && result !== undefined; count++) {
    if (count >= min) result = union(result, power);
    power = product(power, once);
  }
  return result;
}

const knownTexts = new WeakMap<RuneSet, Exact | 'many'>();

/** The members of a set when they are few; two cases of a letter are one caseless member. */
function textsOf(set: RuneSet): Exact | undefined {
  let texts = knownTexts.get(set);
  if (texts === undefined) {
    texts = listTexts(set) ?? 'many';
    knownTexts.set(set, texts);
  }
  return texts === 'many' ? undefined : texts;
}

function listTexts(set: RuneSet): Exact | undefined {
  const letters = new Set<number>();
  const ascii = clip(set, 0, 0x7f);
  for (let i = 0; i + 1 < ascii.length; i += 2) {
    if ((ascii[i + 1] ?? 0) - (ascii[i] ?? 0) > 8) return undefined;
    for (let rune = ascii[i] ?? 0; rune <= (ascii[i + 1] ?? 0); rune++) letters.add(rune);
  }
  // What case folding adds to s and k, and nothing else.
  const folding = (rune: number): boolean =>
    (rune === 0x17f && letters.has(0x73)) || (rune === 0x212a && letters.has(0x6b));
  if (!clip(set, 0x80, 0x10ffff).every(folding)) return undefined;
  const texts: Text[] = [];
  for (const rune of letters) {
    const lower = rune >= 0x41 && rune <= 0x5a ? rune + 0x20 : rune;
    const bothCases = lower >= 0x61 && lower <= 0x7a && letters.has(lower) && letters.has(lower - 0x20);
    if (bothCases && rune !== lower) continue;
    texts.push({ text: String.fromCharCode(rune), caseless: bothCases });
  }
  return texts.length > 0 && texts.length <= 4 ? texts : undefined;
}

function product(left: Exact | undefined, right: Exact | undefined): Exact | undefined {
  if (left === undefined || right === undefined || left.length * right.length > maxTexts) return undefined;
  if (right === emptyTexts) return left;
  if (left === emptyTexts) return right;
  const texts = left.flatMap((a) => right.map((b) => joinTexts(a, b)));
  return texts.length === 1 ? texts : distinct(texts);
}

function joinTexts(a: Text, b: Text): Text {
  const caseless = a.caseless || b.caseless;
  const text = a.text + b.text;
  return { text: caseless ? text.toLowerCase() : text, caseless };
}

function union(left: Exact | undefined, right: Exact | undefined): Exact | undefined {
  if (left === undefined || right === undefined || left.length + right.length > 4 * maxTexts) return undefined;
  return left.length === 0 ? right : distinct([...left, ...right]);
}

function distinct(texts: Exact): Exact {
  return [...new Map(texts.map((text) => [`${text.text}${text.caseless}`, text])).values()];
}

/** Rough chance that one of the literals stands at a position of ordinary source text. Small is good. */
function rarity({ literals, before }: MandatoryLiterals): number {
  let sum = 0;
  for (const { text, caseless } of literals) {
    let chance = 1;
    for (const character of text) chance *= frequency(character) * (caseless ? 1.2 : 1);
    sum += chance;
  }
  return sum * (1 + before.bounded / 200) * (before.loop.length > 0 ? 10 : 1);
}

function frequency(character: string): number {
  if ('etaoinsr'.includes(character)) return 0.05;
  if (/[a-z ]/.test(character)) return 0.02;
  if (/[0-9"'().,=:_/-]/.test(character)) return 0.012;
  return 0.006;
}
