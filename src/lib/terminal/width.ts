// Wide and fullwidth blocks of UAX #11 (East Asian Width), joined where only unassigned code points lie between.
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2})/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}]+$/u;
const printableAscii = /^[ -~]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as one character, with the columns it takes on a terminal. */
export interface Grapheme {
  readonly text: string;
  readonly width: 0 | 1 | 2;
}

/** Splits text into extended grapheme clusters (UAX #29). */
export function* graphemes(text: string): Generator<Grapheme> {
  if (printableAscii.test(text)) {
    for (const character of text) yield { text: character, width: 1 };
    return;
  }
  for (const { segment } of segmenter.segment(text)) yield { text: segment, width: graphemeWidth(segment) };
}

/** Columns that the text takes on a terminal; control characters take none. */
export function displayWidth(text: string): number {
  if (printableAscii.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(segment: string): 0 | 1 | 2 {
  if (invisible.test(segment)) return 0;
  return emoji.test(segment) || wide.test(segment) ? 2 : 1;
}
