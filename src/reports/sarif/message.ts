/**
 * A plain `message` (SARIF 2.1.0 §3.11). Foreign text must not become an embedded link (§3.11.6), whose mark is a
 * bracket followed at once by a parenthesis.
 */
export function message(text: string): { readonly text: string } {
  return { text: text.replaceAll('](', '] (') };
}
