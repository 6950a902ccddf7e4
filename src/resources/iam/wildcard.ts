/** Whether a text is matched by a pattern in which `*` is any text and, unless told otherwise, `?` any character. */
export function matchesWildcard(pattern: string, text: string, single = true): boolean {
  let [p, t] = [0, 0];
  let [star, retry] = [-1, 0];
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      retry = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === text[t] || (single && pattern[p] === '?'))) {
      p += 1;
      t += 1;
    } else if (star === -1) return false;
    else {
      // The last star takes one character more.
      retry += 1;
      t = retry;
      p = star + 1;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
