import type { Gate, Weekday, Window } from '../policy.ts';
import type { CodedReason } from './reason-order.ts';

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Whether the gate may open at this time. */
export function* judgeTime(gate: Gate, now: number): Generator<CodedReason> {
  for (const { from, to, reason } of gate.freezes) {
    if (now >= Date.parse(from) && now < Date.parse(to)) {
      yield { code: 'freeze', effect: 'fail', message: `frozen until ${to}: ${reason}` };
    }
  }
  if (gate.windows.length > 0 && !gate.windows.some((window) => isInside(window, now))) {
    yield { code: 'window', effect: 'fail', message: `opens only ${gate.windows.map(describe).join(' or ')}` };
  }
}

function isInside(window: Window, now: number): boolean {
  const { day, time } = localTime(window.timezone, now);
  const today = weekdays[day];
  const yesterday = weekdays[(day + 6) % 7];
  const has = (weekday: Weekday | undefined) => weekday !== undefined && window.days.includes(weekday);
  if (window.from <= window.to) return has(today) && time >= window.from && time < window.to;
  return (has(today) && time >= window.from) || (has(yesterday) && time < window.to);
}

function localTime(timezone: string, now: number): { day: number; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return {
    day: weekdays.findIndex((weekday) => weekday === part('weekday').toLowerCase()),
    time: `${part('hour')}:${part('minute')}`,
  };
}

function describe({ days, from, to, timezone }: Window): string {
  return `${days.join(', ')} ${from}–${to} ${timezone}`;
}
