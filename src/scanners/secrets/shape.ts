/**
 * The shape notation: how a token format is written in a rule.
 *
 * ```
 * ghp_          literal text; \ takes the next character literally
 * <A36>         36 characters of class A; <A> one, <A20-40> a range, <A36+> at least 36, <2:16> where the class is a digit
 * [pousr]       one character of a set; <[\w.=]32-64> a set with a count
 * (a|b<d2>)     alternatives; ? makes the unit before it optional, {3} repeats it
 * ^             the secret starts here: what stands before it is context and not part of the value
 * ```
 *
 * Classes: A letters and digits · a letters · l lower-case letters and digits · U upper-case letters and digits ·
 * d digits · w letters, digits, `_`, `-` · B base64 · h, X, H hex digits in lower, upper, any case · 2, z base32 in upper,
 * lower case · b58 base58 · s space or tab · uuid a UUID (takes no count).
 */

/** A set of characters. */
export interface CharacterSet {
  /** Body of a regular expression's character class. */
  readonly source: string;
  readonly members: string;
  /** Members other than letters, digits and `_`, escaped for a character class. */
  readonly marks: string;
}

export type Unit =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'class'; readonly set: CharacterSet; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly alternatives: readonly Sequence[]; readonly min: number; readonly max: number };

export type Sequence = readonly Unit[];

export interface Shape {
  /** Context before the value; empty for most. */
  readonly context: Sequence;
  readonly value: Sequence;
}

/** What `n+` allows beyond n: far longer than any token, yet a bound for the matcher's windows. */
const openEnd = 2048;

const digits = '0123456789';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = 'abcdefghijklmnopqrstuvwxyz';

const classes: Readonly<Record<string, CharacterSet>> = {
  A: { source: 'A-Za-z0-9', members: upper + lower + digits, marks: '' },
  a: { source: 'A-Za-z', members: upper + lower, marks: '' },
  l: { source: 'a-z0-9', members: lower + digits, marks: '' },
  U: { source: 'A-Z0-9', members: upper + digits, marks: '' },
  d: { source: '0-9', members: digits, marks: '' },
  w: { source: 'A-Za-z0-9_-', members: `${upper}${lower}${digits}_-`, marks: '\\-' },
  B: { source: 'A-Za-z0-9+/', members: `${upper}${lower}${digits}+/`, marks: '+/' },
  h: { source: '0-9a-f', members: `${digits}abcdef`, marks: '' },
  X: { source: '0-9A-F', members: `${digits}ABCDEF`, marks: '' },
  H: { source: '0-9A-Fa-f', members: `${digits}ABCDEFabcdef`, marks: '' },
  s: { source: ' \\t', members: ' \t', marks: ' \\t' },
  '2': { source: 'A-Z2-7', members: `${upper}234567`, marks: '' },
  z: { source: 'a-z2-7', members: `${lower}234567`, marks: '' },
  b58: {
    source: '1-9A-HJ-NP-Za-km-z',
    members: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
    marks: '',
  },
};

const uuid = '(<h8>-<h4>-<h4>-<h4>-<h12>)';

/** Reads one notation. Throws a SyntaxError for a mistake in it: a rule that does not parse is a bug. */
export function parseShape(notation: string): Shape {
  const parser = new ShapeParser(notation);
  return parser.shape();
}

class ShapeParser {
  private readonly text: string;
  private at = 0;

  constructor(notation: string) {
    this.text = notation.replaceAll('<uuid>', uuid);
  }

  shape(): Shape {
    const first = this.sequence();
    if (!this.take('^')) return this.ended({ context: [], value: first });
    return this.ended({ context: first, value: this.sequence() });
  }

  private ended(shape: Shape): Shape {
    if (this.at < this.text.length) throw this.mistake(`unexpected ${this.text.charAt(this.at)}`);
    return shape;
  }

  private sequence(): Unit[] {
    const units: Unit[] = [];
    while (this.at < this.text.length && !')|^'.includes(this.text.charAt(this.at))) {
      const unit = this.counted(this.unit());
      const last = units.at(-1);
      if (unit.kind === 'literal' && last?.kind === 'literal') {
        units[units.length - 1] = { kind: 'literal', text: last.text + unit.text };
      } else units.push(unit);
    }
    return units;
  }

  private unit(): Unit {
    const char = this.next();
    if (char === '(') return this.group();
    if (char === '<') return this.classUnit();
    if (char === '[') return { kind: 'class', set: this.set(), min: 1, max: 1 };
    if (char === '?' || char === '{') throw this.mistake(`nothing before ${char}`);
    return { kind: 'literal', text: char === '\\' ? this.next() : char };
  }

  private counted(unit: Unit): Unit {
    if (this.take('?')) return { kind: 'group', alternatives: [[unit]], min: 0, max: 1 };
    if (!this.take('{')) return unit;
    const count = Number(this.until('}'));
    if (!Number.isInteger(count) || count < 1) throw this.mistake('bad repeat');
    return { kind: 'group', alternatives: [[unit]], min: count, max: count };
  }

  private group(): Unit {
    const alternatives = [this.sequence()];
    while (this.take('|')) alternatives.push(this.sequence());
    if (!this.take(')')) throw this.mistake('missing )');
    return { kind: 'group', alternatives, min: 1, max: 1 };
  }

  private classUnit(): Unit {
    if (this.take('[')) return this.withCount(this.set());
    const name = this.text.startsWith('b58', this.at) ? 'b58' : this.text.charAt(this.at);
    const set = classes[name];
    if (set === undefined) throw this.mistake(`no class ${name}`);
    this.at += name.length;
    this.take(':');
    return this.withCount(set);
  }

  private withCount(set: CharacterSet): Unit {
    const count = /^(?:(\d+)(?:-(\d+)|(\+))?)?$/.exec(this.until('>'));
    if (count === null) throw this.mistake('bad count');
    const min = Number(count[1] ?? 1);
    const max = count[3] === undefined ? Number(count[2] ?? min) : min + openEnd;
    if (max < min || max === 0) throw this.mistake('bad count');
    return { kind: 'class', set, min, max };
  }

  private set(): CharacterSet {
    const source = this.until(']');
    let members = '';
    for (const [, escaped, from, to, single] of source.matchAll(/\\(.)|(.)-(.)|(.)/gs)) {
      if (escaped === 'w') members += `${upper}${lower}${digits}_`;
      else if (escaped === 'd') members += digits;
      else if (escaped !== undefined) members += escaped;
      else if (from !== undefined && to !== undefined) members += charactersBetween(from, to);
      else members += single ?? '';
    }
    return { source, members, marks: marksOf(members) };
  }

  private next(): string {
    const char = this.text.charAt(this.at++);
    if (char === '') throw this.mistake('ends too early');
    return char;
  }

  private take(char: string): boolean {
    if (this.text.charAt(this.at) !== char) return false;
    this.at++;
    return true;
  }

  private until(end: string): string {
    const stop = this.text.indexOf(end, this.at);
    if (stop < 0) throw this.mistake(`missing ${end}`);
    const part = this.text.slice(this.at, stop);
    this.at = stop + 1;
    return part;
  }

  private mistake(what: string): SyntaxError {
    return new SyntaxError(`shape ${this.text}: ${what} at ${this.at}`);
  }
}

function marksOf(members: string): string {
  return members.replaceAll(/\w/g, '').replaceAll(/[\\\]^-]/g, String.raw`\$&`);
}

function charactersBetween(from: string, to: string): string {
  let members = '';
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) members += String.fromCharCode(code);
  return members;
}
