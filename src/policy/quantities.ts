const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const sizes = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9 } as const;

/** `1.5s` in milliseconds. The text was checked by the schema. */
export function millis(duration: string): number {
  const unit = /[a-z]+$/.exec(duration)?.[0] ?? 'ms';
  return Math.round(Number.parseFloat(duration) * units[unit as keyof typeof units]);
}

/** `10MB` in bytes. The text was checked by the schema. */
export function bytes(size: string): number {
  const unit = /[a-z]+$/i.exec(size)?.[0].toLowerCase() ?? 'b';
  return Math.round(Number.parseFloat(size) * sizes[unit as keyof typeof sizes]);
}

/** One or several, as a list. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
