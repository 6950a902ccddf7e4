import type { TextRange } from '../lib/text/source-text.ts';
import { isOpen, scalar, toPlain, type Open, type PartlyKnown, type Scalar, type Value } from './value.ts';

/** Longer texts are not made. */
export const longestText = 1_000_000;

/**
 * Texts, numbers and what is open, put together. Undefined when one of them has no text form or the whole is too long.
 */
export function joinText(values: readonly Value[], at: TextRange): Scalar | PartlyKnown | undefined {
  const parts: (string | Open)[] = [];
  let length = 0;
  const append = (part: string | Open): void => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  };
  for (const value of values) {
    const pieces = textParts(value);
    if (!pieces) return undefined;
    for (const piece of pieces) {
      length += typeof piece === 'string' ? piece.length : 1;
      if (length > longestText) return undefined;
      append(piece);
    }
  }
  const [first = '', ...others] = parts;
  return typeof first === 'string' && others.length === 0 ? scalar(first, at) : { kind: 'text', parts, at };
}

function textParts(value: Value): readonly (string | Open)[] | undefined {
  if (value.kind === 'text') return value.parts;
  if (isOpen(value)) return [value];
  if (value.kind === 'json') {
    const text = toPlain(value);
    return typeof text === 'string' ? [text] : undefined;
  }
  return value.kind === 'scalar' && value.value !== null ? [String(value.value)] : undefined;
}

/** `true`, `"true"` (Terraform's conversion); undefined for all else. */
export function toBoolean(value: Value): boolean | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (value.value === true || value.value === 'true') return true;
  return value.value === false || value.value === 'false' ? false : undefined;
}

/** `443`, `"443"`; undefined for all else. */
export function toNumber(value: Value): number | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (typeof value.value === 'number') return value.value;
  if (typeof value.value !== 'string' || !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value.value)) return undefined;
  return Number(value.value);
}

/** Whether two values are the same; undefined when what is open decides. */
export function sameValue(a: Value, b: Value): boolean | undefined {
  if (isOpen(a) || isOpen(b) || a.kind === 'text' || b.kind === 'text') return undefined;
  if (a.kind === 'json' || b.kind === 'json')
    return a.kind === 'json' && b.kind === 'json' ? sameValue(a.value, b.value) : undefined;
  if (a.kind === 'scalar' || b.kind === 'scalar') {
    return a.kind === 'scalar' && b.kind === 'scalar' && a.value === b.value;
  }
  const [left, right] = [childrenOf(a), childrenOf(b)];
  if (a.kind !== b.kind || left.size !== right.size) return false;
  let same: boolean | undefined = true;
  for (const [key, item] of left) {
    const other = right.get(key);
    const equal = other ? sameValue(item, other) : false;
    if (equal === false) return false;
    same = equal === undefined ? undefined : same;
  }
  return same;
}

function childrenOf(value: Value & { kind: 'list' | 'map' }): ReadonlyMap<string | number, Value> {
  return value.kind === 'map' ? value.entries : new Map(value.items.entries());
}
