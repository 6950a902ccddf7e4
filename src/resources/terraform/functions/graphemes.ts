const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What Terraform counts as the letters of a text (Unicode, "Text Segmentation"). */
export function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
