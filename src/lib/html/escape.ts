// Not allowed in HTML or XML text: control characters but tab and line breaks, surrogates, noncharacters
// (XML 1.0 §2.2; WHATWG HTML §13.2.3.5); and the bidirectional controls, which reorder what the reader sees.
const forbidden =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for an HTML or XML document, in an element or a quoted attribute. Characters that no document may contain, or
 * that would reorder the text for the eye, become U+FFFD.
 */
export function escapeMarkup(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
