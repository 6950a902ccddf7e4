/**
 * Values of a configuration file read as leniently as gitleaks does: keys without case, numbers and booleans in place
 * of text and the other way round, one value in place of a list.
 */
export type Table = Readonly<Record<string, unknown>>;

/** A value of the wrong type. The message names the key. */
export class WeakValueError extends Error {
  /** Where it stands, like `rules[2].entropy`. */
  readonly key: string;

  constructor(path: string, expected: string, value: unknown) {
    super(`'${path}' expected ${expected}, got ${describe(value)}`);
    this.name = 'WeakValueError';
    this.key = path;
  }
}

/** The value of a key: the exact spelling wins over one that differs in case. */
export function lookUp(table: Table, key: string): unknown {
  if (Object.hasOwn(table, key)) return table[key];
  const folded = key.toLowerCase();
  for (const [name, value] of Object.entries(table)) if (name.toLowerCase() === folded) return value;
  return undefined;
}

export function readText(value: unknown, path: string): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  throw new WeakValueError(path, 'text', value);
}

export function readNumber(value: unknown, path: string): number {
  if (value === undefined || value === '') return 0;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = typeof value === 'string' && value.trim() === value ? Number(value.replaceAll('_', '')) : Number.NaN;
  if (Number.isNaN(number)) throw new WeakValueError(path, 'a number', value);
  return number;
}

export function readInteger(value: unknown, path: string): number {
  return Math.trunc(readNumber(value, path));
}

export function readFlag(value: unknown, path: string): boolean {
  if (value === undefined || value === '') return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  if (typeof value === 'string' && /^(?:1|t|true|0|f|false)$/i.test(value)) return /^(?:1|t)/i.test(value);
  throw new WeakValueError(path, 'true or false', value);
}

/** A list of texts; a text is split at commas. */
export function readTexts(value: unknown, path: string): readonly string[] {
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return value.split(',');
  const list = Array.isArray(value) ? value : [value];
  return list.map((item, index) => readText(item, `${path}[${index}]`));
}

export function readTable(value: unknown, path: string): Table | undefined {
  if (value === undefined) return undefined;
  if (!isTable(value)) throw new WeakValueError(path, 'a table', value);
  return value;
}

/** A list of tables; a single table is a list of one. */
export function readTables(value: unknown, path: string): readonly Table[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((item, index) => {
    if (!isTable(item)) throw new WeakValueError(`${path}[${index}]`, 'a table', item);
    return item;
  });
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isTable(value)) return 'a table';
  return value instanceof Date ? 'a date' : `${typeof value} ${JSON.stringify(value)}`;
}
