const little =
  /^(?:the|a|an|is|are|was|be|been|to|of|for|and|or|not|no|in|on|at|by|with|from|your|you|must|should|can|cannot|will|this|that|it|its|if|when|has|have|do|does|please|use|used|enter|new|der|die|das|und|le|la|les|de|du|des|el|los|para|con|il|per|og|en|het|een|i|o)$/i;

/** Whether the value is a sentence, a label or a text in another script. */
export function findProse(value: string): string | undefined {
  const text = value.trim();
  const words = text.split(/\s+/);
  if (words.length >= 2) {
    const plain = words.filter((word) =>
      /^[("`]?'?[A-Za-z\u00c0-\u00ff][A-Za-z\u00c0-\u00ff'-]*[.,:;!?)"`]*$/.test(word),
    ).length;
    if (plain === words.length && (words.length >= 6 || words.some((word) => little.test(word)))) return 'prose';
    if (plain === words.length && /^[A-Z\u00c0-\u00de]/.test(text) && words.length >= 2) return 'label';
    if (words.length >= 4 && plain * 4 >= words.length * 3) return 'prose';
  }
  if (/[:?!.]$/.test(text) && /^[A-Z][a-z]+(?:\s[\w']+)*\s?[:?!.]+$/.test(text) && words.length >= 2) return 'label';
  if (/^[A-Z]?[a-z]+:?$/.test(text) && /[:?]$/.test(text)) return 'label';
  // Two or more bytes above ASCII per word of text: a text in another script, seen as latin1.
  const high = text.match(/[\u0080-\u00ff]/g)?.length ?? 0;
  if (high * 2 > text.length) return 'text in another script';
  return undefined;
}
