import { RuneText } from '../../re2/rune-text.ts';
import { requireRoom } from '../limits.ts';

/** The flags of a verb of Go's fmt. */
export interface FormatState {
  plus?: boolean;
  minus?: boolean;
  sharp?: boolean;
  space?: boolean;
  zero?: boolean;
  /** `%+v`: the names of fields. */
  named?: boolean;
  /** `%#v`: a value in Go's syntax. */
  goSyntax?: boolean;
  width?: number | undefined;
  precision?: number | undefined;
}

/** Fills a text up to the width, counted in runes. */
export function pad(text: string, { width, minus, zero }: FormatState): string {
  if (width === undefined) return text;
  const missing = width - Array.from(new RuneText(text).text).length;
  if (missing <= 0) return text;
  requireRoom(width);
  if (minus) return text + ' '.repeat(missing);
  return (zero ? '0' : ' ').repeat(missing) + text;
}

/** The first runes of a text, as many as the precision says. */
export function truncate(text: string, { precision }: FormatState): string {
  if (precision === undefined) return text;
  const runes = new RuneText(text);
  let at = 0;
  let count = 0;
  for (const rune of runes.text) {
    if (count === precision) break;
    count++;
    at += rune.length;
  }
  return text.slice(0, runes.byteOffset(at));
}
