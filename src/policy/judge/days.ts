const dayMillis = 86_400_000;

/** A date holds to the end of its day in UTC. One that can not be read has expired; no date never does. */
export function hasExpired(date: string | undefined, now: number): boolean {
  if (date === undefined) return false;
  const end = endOf(date);
  return Number.isNaN(end) || now >= end;
}

/** Whole days until the date has expired; 0 on its last day. */
export function daysLeft(date: string, now: number): number {
  return Math.max(0, Math.floor((endOf(date) - now) / dayMillis));
}

function endOf(date: string): number {
  return date.length === 10 ? Date.parse(`${date}T00:00:00Z`) + dayMillis : Date.parse(date);
}
