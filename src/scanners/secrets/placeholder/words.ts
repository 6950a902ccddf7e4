/** Words of a text in lower case, split at case changes, digits and punctuation. */
export function splitWords(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/** Whether the lower-case letters of `text` can be cut into words of the vocabulary without a rest. */
export function isMadeOf(text: string, vocabulary: ReadonlySet<string>, longest: number): boolean {
  if (text === '' || text.length > 60) return false;
  const reachable = new Uint8Array(text.length + 1);
  reachable[0] = 1;
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      if (reachable[start] === 1 && vocabulary.has(text.slice(start, end))) {
        reachable[end] = 1;
        break;
      }
    }
  }
  return reachable[text.length] === 1;
}
