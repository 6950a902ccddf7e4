/**
 * A value in a template. Strings are UTF-8 bytes, one character (0..255) a byte, as in Go. `undefined` is no value (a
 * key that a map lacks), `null` an interface that holds nothing.
 */
export type GoValue =
  | undefined
  | null
  | boolean
  | string
  | GoInt
  | GoFloat
  | GoList
  | GoMap
  | GoStruct
  | GoTime
  | GoNil;

export type IntType = 'int' | 'int32' | 'int64' | 'uint8';

export class GoInt {
  readonly value: bigint;
  readonly type: IntType;

  constructor(value: bigint | number, type: IntType = 'int') {
    const exact = typeof value === 'bigint' ? value : BigInt(Math.trunc(value));
    this.value = wrap(exact, type);
    this.type = type;
  }
}

/** What Go's arithmetic leaves of a number. */
function wrap(value: bigint, type: IntType): bigint {
  switch (type) {
    case 'int32':
      return BigInt.asIntN(32, value);
    case 'uint8':
      return BigInt.asUintN(8, value);
    default:
      return BigInt.asIntN(64, value);
  }
}

export class GoFloat {
  readonly value: number;
  readonly type: 'float64' | 'float32';

  constructor(value: number, type: GoFloat['type'] = 'float64') {
    this.value = value;
    this.type = type;
  }
}

/** A slice. */
export class GoList {
  /** Only sprig's `sortAlpha` changes it in place, and only a list of texts, as there. */
  items: readonly GoValue[];
  /** Go's name of the type of its elements. */
  readonly element: string;

  constructor(items: readonly GoValue[], element = 'interface {}') {
    this.items = items;
    this.element = element;
  }
}

/** A map from strings. Functions like sprig's `set` change it in place, as there. */
export class GoMap {
  readonly entries: Map<string, GoValue>;
  readonly element: string;

  constructor(entries: Map<string, GoValue> = new Map<string, GoValue>(), element = 'interface {}') {
    this.entries = entries;
    this.element = element;
  }

  /** Keys in the order in which Go visits and prints them. */
  sortedKeys(): string[] {
    return [...this.entries.keys()].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
}

export interface GoField {
  readonly name: string;
  readonly value: GoValue;
  /** Whether templates can read it. */
  readonly exported?: boolean;
  /** What encoding/json does with it; it is written when nothing is said. */
  readonly json?: 'never' | 'unless empty';
}

export class GoStruct {
  /** Go's name of the type, with its package. */
  readonly type: string;
  readonly fields: readonly GoField[];

  constructor(type: string, fields: readonly GoField[]) {
    this.type = type;
    this.fields = fields;
  }
}

/** A moment, in milliseconds since 1970, seen in a time zone: `UTC`, `Local` or a name of the IANA database. */
export class GoTime {
  readonly milliseconds: number;
  readonly zone: string;

  constructor(milliseconds: number, zone: string) {
    this.milliseconds = milliseconds;
    this.zone = zone;
  }
}

/** A pointer, slice or map that is nil. */
export class GoNil {
  readonly type: string;

  constructor(type: string) {
    this.type = type;
  }
}

/** Go's name of a value's type, as `%T` prints it. */
export function typeName(value: GoValue): string {
  if (value === undefined || value === null) return '<nil>';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (value instanceof GoList) return `[]${value.element}`;
  if (value instanceof GoMap) return `map[string]${value.element}`;
  return value instanceof GoTime ? 'time.Time' : value.type;
}

/** The kind of a value's type, in the words of Go's `reflect`. */
export function kindName(value: GoValue): string {
  if (value === undefined || value === null) return 'invalid';
  if (value instanceof GoList) return 'slice';
  if (value instanceof GoMap) return 'map';
  if (value instanceof GoStruct || value instanceof GoTime) return 'struct';
  if (value instanceof GoNil) return value.type.startsWith('*') ? 'ptr' : value.type.startsWith('[') ? 'slice' : 'map';
  return typeName(value);
}

/** What `if` takes for true: what is neither zero nor empty. */
export function isTrue(value: GoValue): boolean {
  if (value === undefined || value === null || value instanceof GoNil) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  if (value instanceof GoInt) return value.value !== 0n;
  if (value instanceof GoFloat) return value.value !== 0;
  if (value instanceof GoList) return value.items.length > 0;
  return value instanceof GoMap ? value.entries.size > 0 : true;
}
