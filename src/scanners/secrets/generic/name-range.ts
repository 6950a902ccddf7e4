const longestName = 60;

/** Letters, digits and `_ $ . -`. */
function isNameCode(code: number): boolean {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)) return true;
  return code === 0x5f || code === 0x24 || code === 0x2e || code === 0x2d;
}

/** Where the name that reaches over `at` starts, at most 60 characters before it. */
export function findNameStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < longestName && isNameCode(text.charCodeAt(from - 1))) from--;
  return from;
}

/** Where it ends, at most 60 characters after it. */
export function findNameEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && to - at < longestName && isNameCode(text.charCodeAt(to))) to++;
  return to;
}
