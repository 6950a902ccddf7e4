const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001B'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00A0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** Where a quoted scalar of one line ends: the offset of the closing quote, -1 when it is not on the line. */
export function closingQuote(line: string): number {
  const quote = line.charAt(0);
  let end = line.indexOf(quote, 1);
  if (quote === "'") {
    while (end !== -1 && line[end + 1] === quote) end = line.indexOf(quote, end + 2);
    return end;
  }
  while (end !== -1 && isEscaped(line, end)) end = line.indexOf(quote, end + 1);
  return end;
}

function isEscaped(line: string, at: number): boolean {
  let first = at;
  while (line[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/**
 * What stands between the quotes of a scalar of one line (YAML 1.2.2 §7.3.1, §7.3.2).
 * @returns undefined when it has an escape that there is not
 */
export function quotedValue(quote: string, inner: string): string | undefined {
  if (quote === "'") return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
  if (!inner.includes('\\')) return inner;
  let isWrong = false;
  const value = inner.replaceAll(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g,
    (_, x?: string, u?: string, long?: string, short?: string) => {
      const code = x ?? u ?? long;
      const character = code === undefined ? escapes.get(short ?? '') : fromCode(Number.parseInt(code, 16));
      isWrong ||= character === undefined;
      return character ?? '';
    },
  );
  return isWrong ? undefined : value;
}

function fromCode(code: number): string | undefined {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}
