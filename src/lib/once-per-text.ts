/** How many texts are remembered, and how long they may be: what repeats is short. */
const most = { texts: 4000, length: 500 };

/** Computes something of a text, and remembers it for the texts that came lately. */
export function oncePerText<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const entry = known.get(text);
    if (entry) return entry.value;
    const value = compute(text);
    if (known.size >= most.texts) known.clear();
    if (text.length <= most.length) known.set(text, { value });
    return value;
  };
}
