/**
 * Whether the text has a match of each expression, one behind the other. Takes the earliest of each, so that its time
 * is linear, where one expression joined by `.*` would try every place for every part.
 */
export function standsInOrder(text: string, parts: readonly RegExp[]): boolean {
  let rest = text;
  for (const part of parts) {
    const match = part.exec(rest);
    if (!match) return false;
    rest = rest.slice(match.index + match[0].length);
  }
  return true;
}
