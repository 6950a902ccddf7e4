/** A glob taken apart. A `sequence` of nodes; `choice` comes from braces. */
export type GlobNode =
  | { readonly kind: 'character'; readonly code: number }
  /** `?` */
  | { readonly kind: 'one' }
  /** `*`: any run of characters within a segment. */
  | { readonly kind: 'many' }
  /** `[a-z]`, `[!a-z]` */
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly CodeRange[] }
  /** A segment `**` and the slash after it: any number of whole segments, also none. */
  | { readonly kind: 'segments' }
  /** `**` as the last segment: one segment or more. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'choice'; readonly branches: readonly (readonly GlobNode[])[] };

/** Inclusive code points. */
export interface CodeRange {
  readonly from: number;
  readonly to: number;
}

/** The pattern itself is wrong; the message says what. */
export class GlobSyntaxError extends Error {
  override readonly name = 'GlobSyntaxError';
}

const longest = 1000;
const deepest = 10;
const slash = 47;

/** @throws GlobSyntaxError */
export function parseGlob(pattern: string): readonly GlobNode[] {
  if (pattern === '') throw new GlobSyntaxError('the pattern is empty');
  if (pattern.length > longest) throw new GlobSyntaxError(`the pattern is longer than ${longest} characters`);
  const parser = new Parser(pattern);
  const nodes = parser.sequence(0);
  if (!parser.done()) throw new GlobSyntaxError('a "}" without "{"');
  return nodes;
}

class Parser {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  done(): boolean {
    return this.at >= this.text.length;
  }

  /** Reads up to the end of the branch; the delimiter is left for the caller. */
  sequence(depth: number): GlobNode[] {
    const nodes: GlobNode[] = [];
    while (!this.done()) {
      const character = this.text[this.at];
      if (character === '}' || (character === ',' && depth > 0)) break;
      nodes.push(this.node(depth));
    }
    return nodes;
  }

  private node(depth: number): GlobNode {
    const character = this.text[this.at];
    if (character === '*') return this.stars();
    if (character === '?') {
      this.at++;
      return { kind: 'one' };
    }
    if (character === '[') return this.set();
    if (character === '{') return this.choice(depth + 1);
    return { kind: 'character', code: this.character() };
  }

  private stars(): GlobNode {
    const start = this.at;
    while (this.text[this.at] === '*') this.at++;
    const wholeStart = start === 0 || this.text[start - 1] === '/';
    if (this.at - start < 2 || !wholeStart) return { kind: 'many' };
    if (this.done()) return { kind: 'rest' };
    if (this.text[this.at] !== '/') return { kind: 'many' };
    this.at++;
    return { kind: 'segments' };
  }

  private choice(depth: number): GlobNode {
    if (depth > deepest) throw new GlobSyntaxError(`braces are nested more than ${deepest} deep`);
    this.at++;
    const branches = [this.sequence(depth)];
    while (this.text[this.at] === ',') {
      this.at++;
      branches.push(this.sequence(depth));
    }
    if (this.text[this.at] !== '}') throw new GlobSyntaxError('a "{" is never closed');
    this.at++;
    return { kind: 'choice', branches };
  }

  private set(): GlobNode {
    this.at++;
    const negated = this.text[this.at] === '!' || this.text[this.at] === '^';
    if (negated) this.at++;
    const ranges: CodeRange[] = [];
    // A "]" that comes first is a member, as in gitignore(5) and POSIX.
    while (ranges.length === 0 || this.text[this.at] !== ']') {
      if (this.done()) throw new GlobSyntaxError('a "[" is never closed');
      const from = this.character();
      const isRange = this.text[this.at] === '-' && this.at + 1 < this.text.length && this.text[this.at + 1] !== ']';
      if (isRange) this.at++;
      const to = isRange ? this.character() : from;
      if (to < from) throw new GlobSyntaxError('a range in "[…]" runs backwards');
      ranges.push({ from, to });
    }
    this.at++;
    return { kind: 'set', negated, ranges };
  }

  private character(): number {
    if (this.text[this.at] === '\\') {
      this.at++;
      if (this.done()) throw new GlobSyntaxError('a "\\" stands at the end');
    }
    const code = this.text.codePointAt(this.at) ?? slash;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }
}
