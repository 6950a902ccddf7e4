/** Stand-ins for what YAML would read as punctuation, from the private use area. */
const standIns: readonly (readonly [string, string])[] = [
  ['[', '\uE0A0'],
  [']', '\uE0A1'],
  [',', '\uE0A2'],
  ['{', '\uE0A3'],
  ['}', '\uE0A4'],
];
const hidden = new Map(standIns);
const shown = new Map(standIns.map(([character, standIn]) => [standIn, character]));

/** The text with punctuation in what the pattern matches hidden from YAML; every offset stays. */
export function hide(text: string, pattern: RegExp): string {
  // A text that has the stand-ins is read as it is.
  if (/[\uE0A0-\uE0A4]/.test(text)) return text;
  return text.replace(pattern, (part) =>
    part.replaceAll(/[[\],{}]/g, (character) => hidden.get(character) ?? character),
  );
}

/** Takes back what `hide` did. */
export function show(text: string): string {
  return text.replaceAll(/[\uE0A0-\uE0A4]/g, (character) => shown.get(character) ?? character);
}
