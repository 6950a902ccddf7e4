/** A password that was made to be kept: eight characters or more, letters and digits. */
const strong = /^(?=.*\d)(?=.*[A-Za-z]).{8,}$/s;

/**
 * Whether a weak value repeats a word that stands before it on the line, as the defaults of development do:
 * `postgres:postgres@localhost`, `-ugorm -pgorm`, `user=wiki;password=wiki`.
 *
 * @param left text before the value, on the same line
 */
export function findUserEcho(value: string, left: string): string | undefined {
  if (value.length < 2 || value.length > 40 || strong.test(value)) return undefined;
  const text = left.toLowerCase();
  const word = value.toLowerCase();
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + word.length);
    const attached = before === 'u' && /[\s"']-$/.test(text.slice(0, at - 1));
    if ((attached || !/[\w.-]/.test(before)) && !/[\w.-]/.test(after)) return 'same as its user';
  }
  return undefined;
}
