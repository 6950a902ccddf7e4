import { quoteGoJson } from '../../../../lib/json/go-json-text.ts';
import type { ByteText } from '../byte-text.ts';

/** What Go's encoder writes: texts are bytes, fields stand in the order given, numbers are written as they are. */
export type GoJson = ByteText | number | readonly GoJson[] | { readonly [field: string]: GoJson | undefined };

/**
 * JSON as Go's `encoding/json` writes it with an indent: HTML characters and line separators escaped, invalid UTF-8 as
 * \ufffd. Fields that are undefined are left out.
 */
export function encodeGoJson(value: GoJson, indent: string): ByteText {
  return write(value, indent, '\n');
}

function write(value: GoJson, indent: string, newline: string): ByteText {
  if (typeof value === 'string') return quoteGoJson(value);
  if (typeof value === 'number') return String(value);
  const inner = newline + indent;
  if (isList(value)) {
    if (value.length === 0) return '[]';
    return `[${value.map((item) => inner + write(item, indent, inner)).join(',')}${newline}]`;
  }
  const fields = Object.entries(value).flatMap(([name, field]) =>
    field === undefined ? [] : [`${inner}${quoteGoJson(name)}: ${write(field, indent, inner)}`],
  );
  return fields.length === 0 ? '{}' : `{${fields.join(',')}${newline}}`;
}

function isList(value: GoJson): value is readonly GoJson[] {
  return Array.isArray(value);
}

/** The shortest decimal that is the same single-precision number, as Go writes a float32. */
export function shortestFloat32(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return Number(value.toPrecision(9));
}
