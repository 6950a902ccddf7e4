import { GoTime } from './go-value.ts';
import { layoutElement } from './format-time.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What an element of a layout matches; elements without a group are only skipped. */
const patterns: Readonly<Record<string, string>> = {
  January: '(?<monthName>[A-Za-z]{3,9})',
  Jan: '(?<monthName>[A-Za-z]{3})',
  Monday: '[A-Za-z]{6,9}',
  Mon: '[A-Za-z]{3}',
  MST: '(?<zoneName>[A-Z]{3,4})',
  '01': '(?<month>\\d\\d)',
  '1': '(?<month>\\d\\d?)',
  '02': '(?<day>\\d\\d)',
  '2': '(?<day>\\d\\d?)',
  _2: ' ?(?<day>\\d\\d?)',
  '2006': '(?<year>\\d{4})',
  '06': '(?<shortYear>\\d\\d)',
  '15': '(?<hour>\\d\\d)',
  '03': '(?<hour>\\d\\d)',
  '3': '(?<hour>\\d\\d?)',
  '04': '(?<minute>\\d\\d)',
  '4': '(?<minute>\\d\\d?)',
  '05': '(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?',
  '5': '(?<second>\\d\\d?)(?:[.,](?<fraction>\\d{1,9}))?',
  PM: '(?<half>AM|PM)',
  pm: '(?<half>am|pm)',
};

/** Reads a moment in a layout of Go's, at most once each element; undefined when the text is not of the layout. */
export function parseTime(layout: string, text: string): GoTime | undefined {
  if (layout.length > 200 || text.length > 200) return undefined;
  const used = new Set<string>();
  let source = '';
  let at = 0;
  for (const match of layout.matchAll(layoutElement)) {
    const [element] = match;
    source += escape(layout.slice(at, match.index)) + (used.has(element) ? '\\S+?' : patternOf(element));
    used.add(element);
    at = match.index + element.length;
  }
  const groups = new RegExp(`^${source}${escape(layout.slice(at))}$`).exec(text)?.groups;
  return groups === undefined ? undefined : toTime(groups);
}

function patternOf(element: string): string {
  if (element.includes('07')) return `(?<offset>${element.startsWith('Z') ? 'Z|' : ''}[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)`;
  return patterns[element] ?? '[.,]?\\d*';
}

function escape(text: string): string {
  return text.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`);
}

function toTime(groups: Readonly<Record<string, string | undefined>>): GoTime | undefined {
  const { monthName, shortYear, half } = groups;
  const month = monthName ? months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1 : Number(groups['month'] ?? 1);
  const year = shortYear ? Number(shortYear) + (Number(shortYear) >= 69 ? 1900 : 2000) : Number(groups['year'] ?? 0);
  const [day, minute, second] = [groups['day'] ?? 1, groups['minute'] ?? 0, groups['second'] ?? 0].map(Number);
  const hour = (Number(groups['hour'] ?? 0) % (half ? 12 : 24)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  date.setUTCHours(hour, minute, second, Number((groups['fraction'] ?? '').padEnd(3, '0').slice(0, 3)));
  const offset = readOffset(groups['offset']);
  return new GoTime(date.getTime() - offset, offset === 0 ? 'UTC' : 'Local');
}

/** In milliseconds. */
function readOffset(offset: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(offset ?? '');
  if (match === null) return 0;
  const size = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
  return match[1] === '-' ? -size : size;
}
