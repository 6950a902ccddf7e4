import { nearestWord } from '../../../lib/spelling/nearest-word.ts';
import type { IgnoreComment } from './ignore-comment.ts';

const dayMillis = 86_400_000;

/**
 * Why a comment does not hold, as a sentence; undefined when it does.
 * @param known the ids of all rules; undefined: names are not looked at
 */
export function faultOf(
  { tool, ids, rules, reason, until }: IgnoreComment,
  known: ReadonlySet<string> | undefined,
  now: Date,
): string | undefined {
  if (until !== undefined) {
    const day = /^\d{4}-\d\d-\d\d$/.test(until) ? Date.parse(`${until}T00:00:00Z`) : Number.NaN;
    if (Number.isNaN(day)) return `it does not hold: ${until === '' ? 'nothing' : until} is no date (YYYY-MM-DD)`;
    // It holds to the end of the day.
    if (now.getTime() >= day + dayMillis) return `it does not hold any more: it ended with ${until}`;
  }
  if (tool !== undefined) return undefined;
  if (ids.length === 0) return 'it does not hold: it names no rule, as in `ignore[action-unpinned]`';
  if (reason === '') return 'it does not hold: it gives no reason';
  const stranger = known && ids.find((_, index) => !known.has(rules[index] ?? ''));
  if (known === undefined || stranger === undefined) return undefined;
  const names = [...known].map((id) => id.replace(/^pipeline\//, ''));
  const meant = nearestWord(stranger, names);
  return `there is no rule ${stranger}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}
