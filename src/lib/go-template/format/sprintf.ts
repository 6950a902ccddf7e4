import { RuneText } from '../../re2/rune-text.ts';
import { requireRoom } from '../limits.ts';
import { encodeRune } from '../syntax/unquote.ts';
import { GoInt, typeName, type GoValue } from '../value/go-value.ts';
import type { FormatState } from './format-state.ts';
import { formatArgument } from './format-value.ts';

const flags: Readonly<Record<string, 'plus' | 'minus' | 'sharp' | 'space' | 'zero'>> = {
  '+': 'plus',
  '-': 'minus',
  '#': 'sharp',
  ' ': 'space',
  '0': 'zero',
};
/** A width or precision beyond is not one. */
const largest = 1_000_000;

/** Go's `fmt.Sprintf` on bytes. */
export function sprintf(format: string, values: readonly GoValue[]): string {
  return new Formatter(format, values).run();
}

class Formatter {
  readonly #format: string;
  readonly #values: readonly GoValue[];
  #at = 0;
  #next = 0;
  #reordered = false;
  /** An argument index that is none. */
  #lost = false;
  #afterIndex = false;

  constructor(format: string, values: readonly GoValue[]) {
    this.#format = format;
    this.#values = values;
  }

  run(): string {
    let out = '';
    while (this.#at < this.#format.length) {
      const percent = this.#format.indexOf('%', this.#at);
      const end = percent < 0 ? this.#format.length : percent;
      out += this.#format.slice(this.#at, end);
      this.#at = end + 1;
      if (percent >= 0) out += this.#verb();
      requireRoom(out.length);
    }
    return out + this.#extra();
  }

  #extra(): string {
    if (this.#reordered || this.#next >= this.#values.length) return '';
    const rest = this.#values.slice(this.#next).map((value) => {
      if (value === undefined || value === null) return '<nil>';
      return `${typeName(value)}=${formatArgument(value, 'v')}`;
    });
    return `%!(EXTRA ${rest.join(', ')})`;
  }

  #verb(): string {
    const state: FormatState = {};
    let problems = '';
    this.#afterIndex = false;
    for (let flag = flags[this.#peek()]; flag !== undefined; flag = flags[this.#peek()]) {
      state[flag] = true;
      this.#at++;
    }
    this.#index();
    if (this.#peek() === '*') {
      problems += this.#starWidth(state);
    } else {
      state.width = this.#number();
      if (this.#afterIndex && state.width !== undefined) this.#lost = true;
    }
    if (this.#peek() === '.') {
      this.#at++;
      if (this.#afterIndex) this.#lost = true;
      this.#index();
      if (this.#peek() === '*') problems += this.#starPrecision(state);
      else state.precision = this.#number() ?? 0;
    }
    if (!this.#afterIndex) this.#index();
    return problems + this.#finish(state);
  }

  #finish(state: FormatState): string {
    if (this.#at >= this.#format.length) return '%!(NOVERB)';
    const verb = this.#rune();
    const lost = this.#lost;
    this.#lost = false;
    if (verb === '%') return '%';
    if (lost) return `%!${verb}(BADINDEX)`;
    if (this.#next >= this.#values.length) return `%!${verb}(MISSING)`;
    return formatArgument(this.#values[this.#next++], verb, verb === 'v' ? valueState(state) : state);
  }

  #starWidth(state: FormatState): string {
    this.#at++;
    const width = this.#star();
    if (width === undefined) return '%!(BADWIDTH)';
    if (width < 0) state.minus = true;
    state.width = Math.abs(width);
    return '';
  }

  #starPrecision(state: FormatState): string {
    this.#at++;
    const precision = this.#star();
    if (precision !== undefined && precision >= 0) state.precision = precision;
    return precision === undefined ? '%!(BADPREC)' : '';
  }

  #star(): number | undefined {
    this.#afterIndex = false;
    if (this.#next >= this.#values.length) return undefined;
    const value = this.#values[this.#next++];
    if (!(value instanceof GoInt)) return undefined;
    const number = Number(value.value);
    return Math.abs(number) > largest ? undefined : number;
  }

  /** `[n]`: which argument is next. */
  #index(): void {
    if (this.#peek() !== '[') return;
    this.#reordered = true;
    this.#afterIndex = true;
    const close = this.#format.indexOf(']', this.#at);
    const written = close < 0 ? '' : this.#format.slice(this.#at + 1, close);
    const index = /^\d{1,7}$/.test(written) ? Number(written) : 0;
    this.#at = close < 0 ? this.#at + 1 : close + 1;
    if (index >= 1 && index <= this.#values.length) this.#next = index - 1;
    else this.#lost = true;
  }

  #number(): number | undefined {
    const digits = /^\d+/.exec(this.#format.slice(this.#at, this.#at + 20))?.[0];
    if (digits === undefined) return undefined;
    this.#at += digits.length;
    return Number(digits) > largest ? undefined : Number(digits);
  }

  #peek(): string {
    return this.#format[this.#at] ?? '';
  }

  /** The rune that comes next, as bytes. */
  #rune(): string {
    const rune = new RuneText(this.#format.slice(this.#at, this.#at + 4)).text.codePointAt(0) ?? 0xfffd;
    const invalid = rune === 0xfffd && !this.#format.startsWith('\xef\xbf\xbd', this.#at);
    const bytes = encodeRune(rune);
    this.#at += invalid ? 1 : bytes.length;
    return bytes;
  }
}

/** Under `%v` the flags have meanings of their own. */
function valueState({ plus, sharp, ...state }: FormatState): FormatState {
  return { ...state, ...(sharp && { goSyntax: true }), ...(plus && { named: true }) };
}

/** Go's `fmt.Sprint`: spaces stand between values of which neither is a text. */
export function sprint(values: readonly GoValue[]): string {
  let out = '';
  for (const [index, value] of values.entries()) {
    if (index > 0 && typeof value !== 'string' && typeof values[index - 1] !== 'string') out += ' ';
    out += formatArgument(value, 'v');
    requireRoom(out.length);
  }
  return out;
}

/** Go's `fmt.Sprintln`. */
export function sprintln(values: readonly GoValue[]): string {
  return `${values.map((value) => formatArgument(value, 'v')).join(' ')}\n`;
}
