/** A number of bytes for people, in powers of 1000: `54.45 MB`. */
export function humanBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 0 ? '0' : `${bytes} bytes`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(4))} ${units[unit] ?? ''}`;
}

/** A duration as Go prints it, three digits: `798µs`, `1.23ms`, `55.1s`, `2m3s`. */
export function goDuration(milliseconds: number): string {
  if (milliseconds < 1) return `${Math.round(milliseconds * 1000)}µs`;
  if (milliseconds < 1000) return `${Number(milliseconds.toPrecision(3))}ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${Number(seconds.toPrecision(3))}s`;
  return `${Math.floor(seconds / 60)}m${Math.round(seconds % 60)}s`;
}
