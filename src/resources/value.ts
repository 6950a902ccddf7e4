import type { TextRange } from '../lib/text/source-text.ts';

/**
 * A value of a configuration, with the place where it is written. What is not in the files is not guessed: it stays open
 * and says why, on its own or as a part of a text, a list or a map.
 */
export type Value = Scalar | PartlyKnown | JsonText | List | Mapping | Open;

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly at: TextRange;
}

/** A text that is known in parts. */
export interface PartlyKnown {
  readonly kind: 'text';
  readonly parts: readonly (string | Open)[];
  readonly at: TextRange;
}

/** The JSON of a value, as a text. */
export interface JsonText {
  readonly kind: 'json';
  readonly value: Value;
  readonly at: TextRange;
}

/** A list, a tuple or a set; of a set the items are sorted and each is there once. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly at: TextRange;
}

export interface Mapping {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
  /** The resource whose attributes these are: the platform decides those that are not set. */
  readonly address?: string;
  readonly at: TextRange;
}

export type Open = Unknown | Reference;

export interface Unknown {
  readonly kind: 'unknown';
  /** What it is called in the configuration: `var.branch`. */
  readonly subject: string;
  /** As a clause: `var.branch has no default`. */
  readonly why: string;
  /** There is nothing of the name at all: what Terraform's `try` passes over. */
  readonly missing?: true;
  readonly at: TextRange;
}

/** What the platform decides about a resource: its ARN, its id. */
export interface Reference {
  readonly kind: 'reference';
  /** `aws_iam_openid_connect_provider.github`, `MyProvider`. */
  readonly address: string;
  /** `['arn']`; empty for the resource itself. */
  readonly path: readonly string[];
  readonly at: TextRange;
}

export function scalar(value: string | number | boolean | null, at: TextRange): Scalar {
  return { kind: 'scalar', value, at };
}

export function unknown(subject: string, why: string, at: TextRange): Unknown {
  return { kind: 'unknown', subject, why, at };
}

export function isOpen(value: Value): value is Open {
  return value.kind === 'unknown' || value.kind === 'reference';
}

/** Whether nothing in it is open. */
export function isKnown(value: Value): boolean {
  if (value.kind === 'scalar') return true;
  if (value.kind === 'json') return isKnown(value.value);
  if (value.kind === 'list') return value.items.every(isKnown);
  return value.kind === 'map' && [...value.entries.values()].every(isKnown);
}

/** What an open value is called: `var.branch`, `aws_iam_role.ci.arn`. */
export function subjectOf(open: Open): string {
  return open.kind === 'unknown' ? open.subject : [open.address, ...open.path].join('.');
}

/** A member of a map; undefined when it has none or the value is no map. */
export function member(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.entries.get(key) : undefined;
}

/** The items of a list; anything else but null counts as a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** The text of a scalar that is not null; undefined for all else. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}

/**
 * A value as the text that it would be; open parts stand in it by their names, `${var.branch}`. Undefined for lists, maps
 * and null.
 */
export function symbolicText(value: Value | undefined): string | undefined {
  if (value?.kind === 'text') {
    return value.parts.map((part) => (typeof part === 'string' ? part : `\${${subjectOf(part)}}`)).join('');
  }
  return value && isOpen(value) ? `\${${subjectOf(value)}}` : textOf(value);
}

/** The open values in it, in the order in which they stand. */
export function* opensIn(value: Value): Generator<Open> {
  if (value.kind === 'text') for (const part of value.parts) if (typeof part !== 'string') yield part;
  if (value.kind === 'json') yield* opensIn(value.value);
  if (value.kind === 'list') for (const item of value.items) yield* opensIn(item);
  if (value.kind === 'map') for (const item of value.entries.values()) yield* opensIn(item);
  if (isOpen(value)) yield value;
}

/** Plain data of a value that is known; undefined when it is not. */
export function toPlain(value: Value): unknown {
  if (value.kind === 'scalar') return value.value;
  if (!isKnown(value)) return undefined;
  if (value.kind === 'json') return JSON.stringify(toPlain(value.value));
  if (value.kind === 'list') return value.items.map(toPlain);
  if (value.kind !== 'map') return undefined;
  return Object.fromEntries(
    [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, toPlain(item)]),
  );
}

/** A value of plain data, all of it at one place. */
export function fromPlain(data: unknown, at: TextRange): Value {
  if (Array.isArray(data)) return { kind: 'list', items: data.map((item) => fromPlain(item, at)), at };
  if (typeof data === 'object' && data !== null) {
    return { kind: 'map', entries: new Map(Object.entries(data).map(([key, item]) => [key, fromPlain(item, at)])), at };
  }
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') return scalar(data, at);
  return scalar(null, at);
}
