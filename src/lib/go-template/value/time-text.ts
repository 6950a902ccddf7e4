import type { GoTime } from './go-value.ts';
import { formatTime } from './format-time.ts';

/** A moment as Go's `Time.String` writes it. */
export function timeText(time: GoTime): string {
  return formatTime(time, '2006-01-02 15:04:05.999999999 -0700 MST');
}
