import type { GoTime } from './go-value.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The elements of a layout (Go's package time, "Constants"); longer ones stand before those that they begin with. */
export const layoutElement =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|01|02|03|04|05|06|002|2006|__2|_2(?!006)|15|PM|pm|[-Z]07:00:00|[-Z]070000|[-Z]07:00|[-Z]0700|[-Z]07|[.,]0+(?!\d)|[.,]9+(?!\d)|[12345]/g;

interface Clock {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly dayOfYear: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milliseconds: number;
  /** In seconds. */
  readonly offset: number;
  readonly zone: string;
}

/** Writes a moment in a layout of Go's: the reference time is `Mon Jan 2 15:04:05 MST 2006`. */
export function formatTime(time: GoTime, layout: string): string {
  const clock = readClock(time);
  return layout.replaceAll(layoutElement, (element) => formatElement(clock, element));
}

function formatElement(clock: Clock, element: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  switch (element) {
    case 'January':
      return months[clock.month] ?? '';
    case 'Jan':
      return (months[clock.month] ?? '').slice(0, 3);
    case 'Monday':
      return days[clock.weekday] ?? '';
    case 'Mon':
      return (days[clock.weekday] ?? '').slice(0, 3);
    case 'MST':
      return clock.zone;
    case '01':
      return two(clock.month + 1);
    case '1':
      return String(clock.month + 1);
    case '02':
      return two(clock.day);
    case '_2':
      return String(clock.day).padStart(2, ' ');
    case '2':
      return String(clock.day);
    case '002':
      return String(clock.dayOfYear).padStart(3, '0');
    case '__2':
      return String(clock.dayOfYear).padStart(3, ' ');
    case '2006':
      return String(clock.year).padStart(4, '0');
    case '06':
      return two(clock.year % 100);
    case '15':
      return two(clock.hour);
    case '03':
      return two(clock.hour % 12 || 12);
    case '3':
      return String(clock.hour % 12 || 12);
    case '04':
      return two(clock.minute);
    case '4':
      return String(clock.minute);
    case '05':
      return two(clock.second);
    case '5':
      return String(clock.second);
    case 'PM':
      return clock.hour < 12 ? 'AM' : 'PM';
    case 'pm':
      return clock.hour < 12 ? 'am' : 'pm';
    default:
      return element.includes('07') ? formatOffset(clock.offset, element) : formatFraction(clock, element);
  }
}

function formatOffset(offset: number, element: string): string {
  if (element.startsWith('Z') && offset === 0) return 'Z';
  const size = Math.abs(offset);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const count = element.replaceAll(':', '').slice(1).length / 2;
  return (offset < 0 ? '-' : '+') + parts.slice(0, count).join(element.includes(':') ? ':' : '');
}

function formatFraction({ milliseconds }: Clock, element: string): string {
  const digits = String(milliseconds)
    .padStart(3, '0')
    .padEnd(9, '0')
    .slice(0, element.length - 1);
  const kept = element[1] === '9' ? digits.replace(/0+$/, '') : digits;
  return kept === '' ? '' : element.charAt(0) + kept;
}

function readClock({ milliseconds, zone }: GoTime): Clock {
  const { offset, name } = zoneAt(milliseconds, zone);
  const date = new Date(milliseconds + offset * 1000);
  const year = date.getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    dayOfYear: Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    milliseconds: date.getUTCMilliseconds(),
    offset,
    zone: name,
  };
}

/** Seconds east of UTC, and what the zone is called then. */
function zoneAt(milliseconds: number, zone: string): { readonly offset: number; readonly name: string } {
  if (zone === 'UTC') return { offset: 0, name: 'UTC' };
  const timeZone = zone === 'Local' ? undefined : zone;
  const part = (timeZoneName: 'longOffset' | 'short'): string =>
    new Intl.DateTimeFormat('en-US', { timeZoneName, ...(timeZone !== undefined && { timeZone }) })
      .formatToParts(milliseconds)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
  const match = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(part('longOffset'));
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const offset = sign === '-' ? -size : size;
  const name = part('short');
  return {
    offset,
    name: /^[A-Z]{3,5}$/.test(name) ? name : formatOffset(offset, offset % 3600 === 0 ? '-07' : '-0700'),
  };
}
