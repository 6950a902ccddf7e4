import { GoFloat, GoInt, GoList, GoMap, GoNil, GoStruct, GoTime, typeName, type GoValue } from '../value/go-value.ts';
import { timeText } from '../value/time-text.ts';
import { formatFloatVerb, formatInt } from './format-number.ts';
import { pad, truncate, type FormatState } from './format-state.ts';
import { quote } from './quote.ts';

/** A value as a template prints it (`verb` is `v`), or under another verb of Go's fmt. */
export function formatValue(value: GoValue, verb: string, state: FormatState = {}): string {
  if (value === undefined) return '<no value>';
  return formatArgument(value, verb, state);
}

/** A value as Go's `fmt` prints it; there is no difference between no value and nil. */
export function formatArgument(value: GoValue, verb: string, state: FormatState = {}): string {
  if (verb === 'T') return pad(truncate(typeName(value), state), state);
  if (value === undefined || value === null) return verb === 'v' ? pad('<nil>', state) : `%!${verb}(<nil>)`;
  return formatPart(value, verb, state);
}

function formatPart(value: GoValue, verb: string, state: FormatState): string {
  if (value === undefined || value === null) return '<nil>';
  return formatKnown(value, verb, state) ?? badVerb(value, verb, state);
}

function badVerb(value: GoValue, verb: string, state: FormatState): string {
  return `%!${verb}(${typeName(value)}=${formatPart(value, 'v', state)})`;
}

/** Undefined when the verb is none for the value. */
function formatKnown(value: NonNullable<GoValue>, verb: string, state: FormatState): string | undefined {
  if (verb === 'v' && state.goSyntax) return goSyntax(value);
  if (typeof value === 'boolean') return verb === 't' || verb === 'v' ? pad(String(value), state) : undefined;
  if (typeof value === 'string') return formatString(value, verb, state);
  if (value instanceof GoInt) return formatInt(value, verb, state);
  if (value instanceof GoFloat) return formatFloatVerb(value, verb, state);
  if (value instanceof GoTime) return formatString(timeText(value), verb, state);
  if (value instanceof GoNil) return formatNil(value, verb, state);
  const inner = (part: GoValue): string => formatPart(part, verb, state);
  if (value instanceof GoList) return `[${value.items.map(inner).join(' ')}]`;
  if (value instanceof GoMap) {
    return `map[${value
      .sortedKeys()
      .map((key) => `${inner(key)}:${inner(value.entries.get(key) ?? null)}`)
      .join(' ')}]`;
  }
  return formatStruct(value, verb, state);
}

function formatStruct({ fields }: GoStruct, verb: string, state: FormatState): string {
  const written = fields.map(({ name, value }) => {
    const text = formatPart(value, verb, state);
    return state.named ? `${name}:${text}` : text;
  });
  return `{${written.join(' ')}}`;
}

function formatNil({ type }: GoNil, verb: string, state: FormatState): string | undefined {
  if (!type.startsWith('*')) return type.startsWith('[') ? '[]' : 'map[]';
  if (verb === 'v') return pad('<nil>', state);
  return verb === 'p' ? pad('0x0', state) : `%!${verb}(${type}=<nil>)`;
}

function formatString(text: string, verb: string, state: FormatState): string | undefined {
  switch (verb) {
    case 'v':
    case 's':
      return pad(truncate(text, state), state);
    case 'q': {
      const kept = truncate(text, state);
      if (state.sharp && canBackquote(kept)) return pad(`\`${kept}\``, state);
      return pad(quote(kept, state.plus), state);
    }
    case 'x':
    case 'X':
      return pad(formatHex(text, verb, state), state);
    default:
      return undefined;
  }
}

function canBackquote(text: string): boolean {
  return !/[`\p{Cc}]/u.test(text.replaceAll('\t', ''));
}

function formatHex(text: string, verb: 'x' | 'X', { precision, sharp, space }: FormatState): string {
  const bytes = precision === undefined ? text : text.slice(0, precision);
  if (bytes === '') return '';
  const pairs = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
  const prefix = sharp ? '0x' : '';
  const written = space ? pairs.map((pair) => prefix + pair).join(' ') : prefix + pairs.join('');
  return verb === 'X' ? written.toUpperCase() : written;
}

/** A value in Go's syntax, as `%#v` writes it. */
function goSyntax(value: GoValue): string {
  if (value === undefined || value === null) return 'interface {}(nil)';
  if (typeof value === 'string') return quote(value);
  if (value instanceof GoList) return `${typeName(value)}{${value.items.map(goSyntax).join(', ')}}`;
  if (value instanceof GoMap) {
    const entries = value.sortedKeys().map((key) => `${quote(key)}:${goSyntax(value.entries.get(key))}`);
    return `${typeName(value)}{${entries.join(', ')}}`;
  }
  if (value instanceof GoStruct) {
    return `${value.type}{${value.fields.map(({ name, value: field }) => `${name}:${goSyntax(field)}`).join(', ')}}`;
  }
  if (value instanceof GoNil) return value.type.startsWith('*') ? `(${value.type})(nil)` : `${value.type}(nil)`;
  return formatPart(value, 'v', {});
}
