import { displayWidth, graphemes } from './width.ts';

const ellipsis = '…';

/** Cuts sanitised text to at most `width` columns; an ellipsis stands for the lost end. */
export function cutEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return width > 0 ? takeStart(text, width - 1) + ellipsis : '';
}

/** The same, losing the start. */
export function cutStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return width > 0 ? ellipsis + takeEnd(text, width - 1) : '';
}

/** The same, losing the middle: of a path, both ends tell something. */
export function cutMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width <= 0) return '';
  const head = Math.floor((width - 1) / 3);
  return takeStart(text, head) + ellipsis + takeEnd(text, width - 1 - head);
}

function takeStart(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    if (used + grapheme.width > width) break;
    taken += grapheme.text;
    used += grapheme.width;
  }
  return taken;
}

function takeEnd(text: string, width: number): string {
  const taken: string[] = [];
  let used = 0;
  for (const grapheme of [...graphemes(text)].toReversed()) {
    if (used + grapheme.width > width) break;
    taken.push(grapheme.text);
    used += grapheme.width;
  }
  return taken.toReversed().join('');
}
