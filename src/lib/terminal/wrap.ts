import { displayWidth, graphemes } from './width.ts';

/**
 * Breaks sanitised text into lines of at most `width` columns, between words where possible, inside a word that is
 * longer than a line. Empty text gives no line.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    for (const piece of breakWord(word, width)) {
      const length = displayWidth(piece);
      if (used > 0 && used + 1 + length > width) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += used > 0 ? ` ${piece}` : piece;
      used += used > 0 ? 1 + length : length;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function breakWord(word: string, width: number): string[] {
  if (word === '') return [];
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const grapheme of graphemes(word)) {
    if (used > 0 && used + grapheme.width > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += grapheme.text;
    used += grapheme.width;
  }
  pieces.push(piece);
  return pieces;
}
