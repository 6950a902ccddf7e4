import { emptyNode, type Node } from './ast.ts';
import { foldCase } from './case-folding.ts';
import { perlGroup } from './character-groups.ts';
import { checkRepeatCounts, checkSize } from './limits.ts';
import { parseBracketClass, parseUnicodeEscape } from './parse-class.ts';
import { parseEscape } from './parse-escape.ts';
import { Re2SyntaxError } from './re2-syntax-error.ts';
import { anyRune, anyRuneButNewline, oneRune, type RuneSet } from './rune-set.ts';

/** An expression with what its users ask about its groups. */
export interface Expression {
  readonly root: Node;
  /** Number of capturing groups, the whole match not counted. */
  readonly groups: number;
}

interface Flags {
  readonly foldCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly swapGreed: boolean;
}

/** An open parenthesis: what was read before it, and how to close it. */
interface Frame {
  readonly options: Node[];
  readonly parts: Node[];
  readonly flags: Flags;
  readonly group?: { readonly index: number; readonly name?: string };
}

const maxDepth = 1000;

/**
 * Parses the syntax of RE2 with Perl extensions, as Go's `regexp.Compile` accepts it (https://pkg.go.dev/regexp/syntax);
 * throws `Re2SyntaxError` for what that refuses (look-around, back-references, `a**`, repetition above 1000 …).
 */
export function parseRe2(source: string): Expression {
  return new Parser(source).parse();
}

class Parser {
  readonly #source: string;
  readonly #frames: Frame[] = [];
  #position = 0;
  #groups = 0;
  #flags: Flags = { foldCase: false, multiline: false, dotAll: false, swapGreed: false };
  #options: Node[] = [];
  #parts: Node[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  parse(): Expression {
    let lastRepeat: number | undefined;
    while (this.#position < this.#source.length) lastRepeat = this.#step(lastRepeat);
    if (this.#frames.length > 0) throw new Re2SyntaxError('missing closing )', this.#source);
    const root = this.#closeAlternation();
    checkSize(root, this.#source);
    return { root, groups: this.#groups };
  }

  /** Reads one item. Gives the start of a repetition operator when it was one, because these do not stack. */
  #step(lastRepeat: number | undefined): number | undefined {
    const start = this.#position;
    switch (this.#source[start] ?? '') {
      case '(':
        this.#open();
        return undefined;
      case ')':
        this.#close();
        return undefined;
      case '|':
        this.#position++;
        this.#options.push(concat(this.#parts));
        this.#parts = [];
        return undefined;
      case '^':
        this.#push({ kind: 'assertion', assertion: this.#flags.multiline ? 'begin-line' : 'begin-text' }, 1);
        return undefined;
      case '$':
        this.#push({ kind: 'assertion', assertion: this.#flags.multiline ? 'end-line' : 'end-text' }, 1);
        return undefined;
      case '.':
        this.#push({ kind: 'set', set: this.#flags.dotAll ? anyRune : anyRuneButNewline }, 1);
        return undefined;
      case '[': {
        const { set, end } = parseBracketClass(this.#source, start, this.#widen);
        this.#push({ kind: 'set', set }, end - start);
        return undefined;
      }
      case '*':
        return this.#repeat(0, Infinity, start + 1, lastRepeat);
      case '+':
        return this.#repeat(1, Infinity, start + 1, lastRepeat);
      case '?':
        return this.#repeat(0, 1, start + 1, lastRepeat);
      case '{':
        return this.#repeatCounted(lastRepeat);
      case '\\':
        this.#escape();
        return undefined;
      default:
        this.#literal(this.#source.codePointAt(start) ?? 0, start + 1);
        return undefined;
    }
  }

  readonly #widen = (set: RuneSet): RuneSet => (this.#flags.foldCase ? foldCase(set) : set);

  #push(node: Node, length: number): void {
    this.#parts.push(node);
    this.#position += length;
  }

  /** `end` is where a one-unit rune would end; one above the BMP takes two. */
  #literal(rune: number, end: number): void {
    this.#parts.push({ kind: 'set', set: this.#widen(oneRune(rune)) });
    this.#position = rune > 0xffff ? Math.max(end, this.#position + 2) : end;
  }

  #repeat(min: number, max: number, operatorEnd: number, lastRepeat: number | undefined): number {
    const start = this.#position;
    const lazy = this.#source[operatorEnd] === '?';
    const end = lazy ? operatorEnd + 1 : operatorEnd;
    if (lastRepeat !== undefined) {
      throw new Re2SyntaxError('invalid nested repetition operator', this.#source.slice(lastRepeat, end));
    }
    const body = this.#parts.pop();
    if (body === undefined) {
      throw new Re2SyntaxError('missing argument to repetition operator', this.#source.slice(start, end));
    }
    const node: Node = { kind: 'repeat', body, min, max, greedy: lazy === this.#flags.swapGreed };
    if (this.#source[start] === '{') checkRepeatCounts(node, this.#source.slice(start, end));
    this.#parts.push(node);
    this.#position = end;
    return start;
  }

  #repeatCounted(lastRepeat: number | undefined): number | undefined {
    const start = this.#position;
    const counts = /^\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\}/.exec(this.#source.slice(start, start + 64));
    if (counts === null) {
      this.#literal(0x7b, start + 1);
      return undefined;
    }
    const min = Number(counts[1]);
    const max = counts[2] === undefined ? min : counts[3] === undefined ? Infinity : Number(counts[3]);
    if (min > 1000 || (max !== Infinity && (max > 1000 || min > max))) {
      throw new Re2SyntaxError('invalid repeat count', counts[0]);
    }
    return this.#repeat(min, max, start + counts[0].length, lastRepeat);
  }

  #escape(): void {
    const start = this.#position;
    const letter = this.#source[start + 1] ?? '';
    const assertion = assertionOf(letter);
    if (assertion !== undefined) {
      this.#push({ kind: 'assertion', assertion }, 2);
      return;
    }
    if (letter === 'Q') {
      this.#quote();
      return;
    }
    if (letter === 'p' || letter === 'P') {
      const { set, end } = parseUnicodeEscape(this.#source, start, this.#widen);
      this.#push({ kind: 'set', set }, end - start);
      return;
    }
    const group = perlGroup(letter, this.#widen);
    if (group !== undefined) {
      this.#push({ kind: 'set', set: group }, 2);
      return;
    }
    const { rune, end } = parseEscape(this.#source, start);
    this.#parts.push({ kind: 'set', set: this.#widen(oneRune(rune)) });
    this.#position = end;
  }

  #quote(): void {
    const start = this.#position + 2;
    const close = this.#source.indexOf('\\E', start);
    const text = this.#source.slice(start, close < 0 ? undefined : close);
    for (const rune of text) this.#parts.push({ kind: 'set', set: this.#widen(oneRune(codePoint(rune))) });
    this.#position = close < 0 ? this.#source.length : close + 2;
  }

  #open(): void {
    const start = this.#position;
    if (this.#source[start + 1] !== '?') {
      this.#enter({ index: ++this.#groups });
      this.#position++;
      return;
    }
    const named = /^\(\?(?:P<(?=..)|<(?=.))/s.exec(this.#source.slice(start, start + 8));
    if (named === null) {
      this.#openWithFlags();
      return;
    }
    const close = this.#source.indexOf('>', start);
    const name = this.#source.slice(start + named[0].length, close);
    if (close < 0 || !/^[A-Za-z0-9_]+$/.test(name)) {
      throw new Re2SyntaxError('invalid named capture', this.#source.slice(start, close < 0 ? undefined : close + 1));
    }
    this.#enter({ index: ++this.#groups, name });
    this.#position = close + 1;
  }

  /** `(?i-s:…)` opens a group, `(?i)` changes the flags up to the end of the group it stands in. */
  #openWithFlags(): void {
    const start = this.#position;
    const written = /^\(\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(this.#source.slice(start, start + 4096));
    if (written === null) {
      const readable = /^\(\?[imsU]*(?:-[imsU]*)?[^]?/u.exec(this.#source.slice(start));
      throw new Re2SyntaxError('invalid or unsupported Perl syntax', readable?.[0] ?? '(?');
    }
    const [text, on = '', off = '', end] = written;
    const flags: Flags = {
      foldCase: switched(this.#flags.foldCase, 'i', on, off),
      multiline: switched(this.#flags.multiline, 'm', on, off),
      dotAll: switched(this.#flags.dotAll, 's', on, off),
      swapGreed: switched(this.#flags.swapGreed, 'U', on, off),
    };
    if (end === ':') this.#enter(undefined);
    this.#flags = flags;
    this.#position = start + text.length;
  }

  #enter(group: Frame['group']): void {
    if (this.#frames.length >= maxDepth) throw new Re2SyntaxError('expression nests too deeply', this.#source);
    const frame = { options: this.#options, parts: this.#parts, flags: this.#flags };
    this.#frames.push(group === undefined ? frame : { ...frame, group });
    this.#options = [];
    this.#parts = [];
  }

  #close(): void {
    const body = this.#closeAlternation();
    const frame = this.#frames.pop();
    if (frame === undefined) throw new Re2SyntaxError('unexpected )', this.#source);
    this.#options = frame.options;
    this.#parts = frame.parts;
    this.#flags = frame.flags;
    this.#push(frame.group === undefined ? body : { kind: 'group', body, ...frame.group }, 1);
  }

  #closeAlternation(): Node {
    const last = concat(this.#parts);
    return this.#options.length === 0 ? last : { kind: 'alternate', options: [...this.#options, last] };
  }
}

function concat(parts: readonly Node[]): Node {
  const [first] = parts;
  if (first === undefined) return emptyNode;
  return parts.length === 1 ? first : { kind: 'concat', parts };
}

function codePoint(text: string): number {
  return text.codePointAt(0) ?? 0;
}

function switched(current: boolean, flag: string, on: string, off: string): boolean {
  return off.includes(flag) ? false : on.includes(flag) ? true : current;
}

function assertionOf(letter: string): 'begin-text' | 'end-text' | 'word' | 'not-word' | undefined {
  switch (letter) {
    case 'A':
      return 'begin-text';
    case 'z':
      return 'end-text';
    case 'b':
      return 'word';
    case 'B':
      return 'not-word';
    default:
      return undefined;
  }
}
