import { symbolicText, type Value } from '../../value.ts';

/** Each value once, the first of equal ones; lists and maps are not compared. */
export function distinct(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = symbolicText(item);
    if (text === undefined) return true;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}
