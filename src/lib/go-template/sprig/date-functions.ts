import { define, type FunctionTable, type TemplateFunction } from '../functions/template-function.ts';
import { FunctionError } from '../template-error.ts';
import { formatTime } from '../value/format-time.ts';
import { parseTime } from '../value/parse-time.ts';
import { GoInt, GoTime, type GoValue } from '../value/go-value.ts';
import { toInteger } from './convert.ts';

const year1 = -62_135_596_800_000;
const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  ns: 1e-6,
};

/** Milliseconds of a duration of Go's: `-1.5h`, `2h45m`. */
function parseDuration(text: string): number | undefined {
  if (!/^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ms|us|µs|ns|[hms]))+$|^[+-]?0$/.test(text)) return undefined;
  let sum = 0;
  for (const [, amount = '0', unit = 's'] of text.matchAll(/([\d.]+)(ms|us|µs|ns|[hms])/g)) {
    sum += Number(amount) * (units[unit] ?? 0);
  }
  return text.startsWith('-') ? -sum : sum;
}

/** A duration of whole seconds as Go writes it: `1h0m5s`. */
function durationText(seconds: number): string {
  const size = Math.abs(seconds);
  const [hours, minutes, rest] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  const text = hours > 0 ? `${hours}h${minutes}m${rest}s` : minutes > 0 ? `${minutes}m${rest}s` : `${rest}s`;
  return seconds < 0 ? `-${text}` : text;
}

/** Whether the database of time zones knows a name. */
function isZone(name: string): boolean {
  try {
    return name === 'Local' || Intl.DateTimeFormat('en-US', { timeZone: name }).format(0) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** sprig's "Date Functions"; `now` is the clock, in milliseconds since 1970. */
export function dateFunctions(now: () => number): FunctionTable {
  const moment = (value: GoValue): GoTime => {
    if (value instanceof GoTime) return value;
    if (value instanceof GoInt) return new GoTime(Number(value.value) * 1000, 'Local');
    return new GoTime(now(), 'Local');
  };
  const inZone = (layout: string, value: GoValue, zone: string): string =>
    formatTime(new GoTime(moment(value).milliseconds, isZone(zone) ? zone : 'UTC'), layout);
  const modify = (strict: boolean): TemplateFunction =>
    define(['string', 'time'], (text, time) => {
      const change = parseDuration(text);
      if (change === undefined && strict) throw new FunctionError(`time: invalid duration "${text}"`);
      return new GoTime(time.milliseconds + (change ?? 0), time.zone);
    });
  const toDate = (strict: boolean): TemplateFunction =>
    define(['string', 'string'], (layout, text) => {
      const time = parseTime(layout, text);
      if (time === undefined && strict) throw new FunctionError(`parsing time "${text}" as "${layout}"`);
      return time ?? new GoTime(year1, 'UTC');
    });
  const dateInZone = define(['string', 'any', 'string'], inZone);
  return new Map<string, TemplateFunction>([
    ['now', define([], () => new GoTime(now(), 'Local'))],
    ['date', define(['string', 'any'], (layout, value) => inZone(layout, value, 'Local'))],
    ['dateInZone', dateInZone],
    ['date_in_zone', dateInZone],
    ['htmlDate', define(['any'], (value) => inZone('2006-01-02', value, 'Local'))],
    ['htmlDateInZone', define(['any', 'string'], (value, zone) => inZone('2006-01-02', value, zone))],
    ['dateModify', modify(false)],
    ['date_modify', modify(false)],
    ['mustDateModify', modify(true)],
    ['must_date_modify', modify(true)],
    ['toDate', toDate(false)],
    ['mustToDate', toDate(true)],
    ['unixEpoch', define(['time'], ({ milliseconds }) => String(Math.floor(milliseconds / 1000)))],
    ['ago', define(['any'], (value) => durationText(Math.round((now() - moment(value).milliseconds) / 1000)))],
    // A number counts only if it is an int64.
    [
      'duration',
      define(['any'], (value) => {
        const counts = typeof value === 'string' || (value instanceof GoInt && value.type === 'int64');
        return durationText(counts ? Number(toInteger(value)) : 0);
      }),
    ],
  ]);
}
