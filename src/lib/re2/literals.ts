import type { Node } from './ast.ts';
import { extentOf, type Alphabet } from './extent.ts';
import { clip, type RuneSet } from './rune-set.ts';

/** A text that must occur; lower case when it is compared without case. */
interface Text {
  readonly text: string;
  readonly caseless: boolean;
}

/** Texts of which every match contains at least one, starting at most `lead` bytes after the match. */
export interface MandatoryLiterals {
  readonly literals: readonly Text[];
  readonly lead: number;
}

/** What an expression matches when that is a small finite set of texts. */
type Exact = readonly Text[];

const maxTexts = 48;
const minLength = 3;
const emptyText: Text = { text: '', caseless: false };

/**
 * The literals that gate an expression on texts of the alphabet, chosen so that they occur rarely. None when it has no
 * literal of three bytes that every match must contain. `alphabet` decides how many bytes `lead` counts for a rune.
 * Folded letters stand for their ASCII forms only: a text with U+017F or U+212A needs another way.
 */
export function mandatoryLiterals(root: Node, alphabet: Alphabet): MandatoryLiterals | undefined {
  return new LiteralSearch(alphabet).best(root);
}

class LiteralSearch {
  readonly #alphabet: Alphabet;

  constructor(alphabet: Alphabet) {
    this.#alphabet = alphabet;
  }

  best(node: Node): MandatoryLiterals | undefined {
    switch (node.kind) {
      case 'empty':
      case 'assertion':
      case 'set':
      default:
        return undefined;
      case 'group':
        return this.best(node.body);
      case 'repeat':
        return node.min === 0 ? undefined : (candidate(exactOf(node), 0) ?? this.best(node.body));
      case 'alternate':
        return candidate(exactOf(node), 0) ?? this.#bestOfAll(node.options);
      case 'concat':
        return this.#bestOfRuns(node.parts);
    }
  }

  /** Every option must bring its own. */
  #bestOfAll(options: readonly Node[]): MandatoryLiterals | undefined {
    const literals: Text[] = [];
    let lead = 0;
    for (const option of options) {
      const found = candidate(exactOf(option), 0) ?? this.best(option);
      if (found === undefined) return undefined;
      literals.push(...found.literals);
      lead = Math.max(lead, found.lead);
    }
    return { literals: withoutRedundant(literals), lead };
  }

  /** Joins neighbours that are finite sets of texts, and weighs the runs against what other parts bring. */
  #bestOfRuns(parts: readonly Node[]): MandatoryLiterals | undefined {
    let best: MandatoryLiterals | undefined;
    let run: Exact = [emptyText];
    let runStart = 0;
    let offset = 0;
    const offer = (found: MandatoryLiterals | undefined): void => {
      if (found !== undefined && (best === undefined || rarity(found) < rarity(best))) best = found;
    };
    for (const part of parts) {
      const exact = exactOf(part);
      const joined = exact === undefined ? undefined : product(run, exact);
      if (joined === undefined) {
        offer(candidate(run, runStart));
        if (exact === undefined) {
          const inner = this.best(part);
          offer(inner === undefined ? undefined : { literals: inner.literals, lead: offset + inner.lead });
        }
      }
      const length = extentOf(part, this.#alphabet).max;
      if (joined === undefined) {
        run = exact ?? [emptyText];
        runStart = exact === undefined ? offset + length : offset;
      } else run = joined;
      offset += length;
    }
    offer(candidate(run, runStart));
    return best;
  }
}

function candidate(texts: Exact | undefined, lead: number): MandatoryLiterals | undefined {
  if (texts === undefined || texts.length === 0) return undefined;
  if (texts.some(({ text }) => text.length < minLength)) return undefined;
  return { literals: withoutRedundant(texts), lead };
}

function exactOf(node: Node): Exact | undefined {
  switch (node.kind) {
    case 'empty':
    case 'assertion':
    default:
      return [emptyText];
    case 'set':
      return textsOf(node.set);
    case 'group':
      return exactOf(node.body);
    case 'concat':
      return node.parts.reduce<Exact | undefined>((joined, part) => product(joined, exactOf(part)), [emptyText]);
    case 'alternate':
      return node.options.reduce<Exact | undefined>((joined, option) => union(joined, exactOf(option)), []);
    case 'repeat':
      return exactOfRepeat(node.body, node.min, node.max);
  }
}

function exactOfRepeat(body: Node, min: number, max: number): Exact | undefined {
  if (max > 16) return undefined;
  const once = exactOf(body);
  let power: Exact | undefined = [emptyText];
  let result: Exact | undefined = [];
  for (let count = 0; count <= max && result !== undefined; count++) {
    if (count >= min) result = union(result, power);
    power = product(power, once);
  }
  return result;
}

/** The members of a set when they are few; two cases of a letter are one caseless member. */
function textsOf(set: RuneSet): Exact | undefined {
  const letters = new Set<number>();
  const ascii = clip(set, 0, 0x7f);
  for (let i = 0; i + 1 < ascii.length; i += 2) {
    if ((ascii[i + 1] ?? 0) - (ascii[i] ?? 0) > 8) return undefined;
    for (let rune = ascii[i] ?? 0; rune <= (ascii[i + 1] ?? 0); rune++) letters.add(rune);
  }
  const wide = clip(set, 0x80, 0x10ffff);
  // What case folding adds to s and k, and nothing else.
  const folding = (rune: number): boolean =>
    (rune === 0x17f && letters.has(0x73)) || (rune === 0x212a && letters.has(0x6b));
  if (!wide.every(folding)) return undefined;
  const texts: Text[] = [];
  for (const rune of letters) {
    const lower = rune >= 0x41 && rune <= 0x5a ? rune + 0x20 : rune;
    const bothCases = lower >= 0x61 && lower <= 0x7a && letters.has(lower) && letters.has(lower - 0x20);
    if (bothCases && rune !== lower) continue;
    texts.push({ text: String.fromCharCode(rune), caseless: bothCases });
  }
  return texts.length <= 4 ? texts : undefined;
}

function product(left: Exact | undefined, right: Exact | undefined): Exact | undefined {
  if (left === undefined || right === undefined || left.length * right.length > maxTexts) return undefined;
  return distinct(left.flatMap((a) => right.map((b) => joinTexts(a, b))));
}

function joinTexts(a: Text, b: Text): Text {
  const caseless = a.caseless || b.caseless;
  const text = a.text + b.text;
  return { text: caseless ? text.toLowerCase() : text, caseless };
}

function union(left: Exact | undefined, right: Exact | undefined): Exact | undefined {
  if (left === undefined || right === undefined || left.length + right.length > 4 * maxTexts) return undefined;
  return distinct([...left, ...right]);
}

function distinct(texts: Exact): Exact {
  return [...new Map(texts.map((text) => [`${text.text}${text.caseless}`, text])).values()];
}

/** A literal that contains another one of the list adds nothing. */
function withoutRedundant(texts: Exact): Exact {
  const kept: Text[] = [];
  for (const text of distinct(texts).toSorted((a, b) => a.text.length - b.text.length)) {
    if (!kept.some((other) => covers(other, text))) kept.push(text);
  }
  return kept;
}

function covers(shorter: Text, longer: Text): boolean {
  if (shorter.caseless) return longer.text.toLowerCase().includes(shorter.text);
  return !longer.caseless && longer.text.includes(shorter.text);
}

/** Rough chance that one of the literals stands at a position of ordinary source text. Small is good. */
function rarity({ literals, lead }: MandatoryLiterals): number {
  let sum = 0;
  for (const { text, caseless } of literals) {
    let chance = 1;
    for (const character of text) chance *= frequency(character) * (caseless ? 1.2 : 1);
    sum += chance;
  }
  return lead === Infinity ? sum * 1000 : sum * (1 + lead / 200);
}

function frequency(character: string): number {
  if ('etaoinsr'.includes(character)) return 0.05;
  if (/[a-z ]/.test(character)) return 0.02;
  if (/[0-9"'().,=:_/-]/.test(character)) return 0.012;
  return 0.006;
}
