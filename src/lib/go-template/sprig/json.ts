import { quoteGoJson } from '../../json/go-json-text.ts';
import { formatFloat } from '../format/format-float.ts';
import { requireRoom } from '../limits.ts';
import { FunctionError } from '../template-error.ts';
import { formatTime } from '../value/format-time.ts';
import {
  GoFloat,
  GoInt,
  GoList,
  GoMap,
  GoNil,
  GoTime,
  isTrue,
  type GoStruct,
  type GoValue,
} from '../value/go-value.ts';

const deepest = 1000;

/** JSON as Go's `encoding/json` writes it. `indent` empty: on one line. */
export function encodeJson(value: GoValue, indent: string, escapeHtml: boolean): string {
  const text = write(value, indent, indent === '' ? '' : '\n', escapeHtml, 0);
  requireRoom(text.length);
  return text;
}

function write(value: GoValue, indent: string, newline: string, escapeHtml: boolean, depth: number): string {
  if (depth > deepest) throw new FunctionError('json: value is nested too deeply');
  if (value === undefined || value === null || value instanceof GoNil) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoteGoJson(value, escapeHtml);
  if (value instanceof GoInt) return String(value.value);
  if (value instanceof GoFloat) return encodeFloat(value);
  if (value instanceof GoTime) return `"${formatTime(value, '2006-01-02T15:04:05.999999999Z07:00')}"`;
  const inner = newline + indent;
  const part = (item: GoValue): string => write(item, indent, inner, escapeHtml, depth + 1);
  if (value instanceof GoList) {
    if (value.items.length === 0) return '[]';
    return `[${value.items.map((item) => inner + part(item)).join(',')}${newline}]`;
  }
  const entries =
    value instanceof GoMap
      ? value.sortedKeys().map((key) => [key, value.entries.get(key)] as const)
      : structEntries(value);
  if (entries.length === 0) return '{}';
  const colon = indent === '' ? ':' : ': ';
  const written = entries.map(([key, field]) => inner + quoteGoJson(key, escapeHtml) + colon + part(field));
  return `{${written.join(',')}${newline}}`;
}

function structEntries({ fields }: GoStruct): (readonly [string, GoValue])[] {
  return fields
    .filter(({ exported, json, value }) => {
      if (exported === false || json === 'never') return false;
      return json !== 'unless empty' || isTrue(value);
    })
    .map(({ name, value }) => [name, value] as const);
}

function encodeFloat({ value, type }: GoFloat): string {
  if (!Number.isFinite(value))
    throw new FunctionError(`json: unsupported value: ${formatFloat(value, 'g', undefined)}`);
  const single = type === 'float32';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-6 && size < 1e21)) return formatFloat(value, 'f', undefined, single);
  return formatFloat(value, 'e', undefined, single).replace(/e-0(\d)$/, 'e-$1');
}

/** The value of a JSON text as Go reads it into an interface; undefined when it is none. */
export function decodeJson(bytes: string): { readonly value: GoValue } | undefined {
  try {
    return { value: wrap(JSON.parse(Buffer.from(bytes, 'latin1').toString('utf8')), 0) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function wrap(value: unknown, depth: number): GoValue {
  if (depth > deepest) throw new FunctionError('json: nested too deeply');
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('latin1');
  if (typeof value === 'number') return new GoFloat(value);
  if (Array.isArray(value)) return new GoList(value.map((item) => wrap(item, depth + 1)));
  const entries = Object.entries(value ?? {}).map(([key, item]): [string, GoValue] => [
    Buffer.from(key, 'utf8').toString('latin1'),
    wrap(item, depth + 1),
  ]);
  return new GoMap(new Map(entries));
}
