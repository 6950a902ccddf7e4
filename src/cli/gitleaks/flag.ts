/** A flag of the command line, as pflag knows them. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly type: 'bool' | 'string' | 'strings' | 'int' | 'uint';
  /** Text of the value when the flag is not given. */
  readonly initial: string;
  /** Value of a flag that is given without one; others need one. */
  readonly bare?: string;
  /** What the value is called in the help. */
  readonly placeholder?: string;
  readonly usage: string;
}

/** What was given, and the values of all flags. */
export class FlagValues {
  readonly #values = new Map<string, string>();
  readonly #given = new Set<string>();

  constructor(flags: readonly Flag[]) {
    for (const flag of flags) this.#values.set(flag.name, flag.initial);
  }

  set(flag: Flag, value: string): void {
    const before = this.#given.has(flag.name) ? this.text(flag.name) : '';
    this.#values.set(flag.name, flag.type === 'strings' && before !== '' ? `${before},${value}` : value);
    this.#given.add(flag.name);
  }

  given(name: string): boolean {
    return this.#given.has(name);
  }

  text(name: string): string {
    return this.#values.get(name) ?? '';
  }

  flag(name: string): boolean {
    return parseBool(this.text(name)) ?? false;
  }

  integer(name: string): number {
    return Number(this.text(name));
  }

  list(name: string): readonly string[] {
    const text = this.text(name);
    return text === '' ? [] : text.split(',');
  }
}

/** Go's `strconv.ParseBool`. */
export function parseBool(text: string): boolean | undefined {
  if (/^(?:1|t|T|TRUE|true|True)$/.test(text)) return true;
  return /^(?:0|f|F|FALSE|false|False)$/.test(text) ? false : undefined;
}
