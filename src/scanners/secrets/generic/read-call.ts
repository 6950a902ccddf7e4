import { readQuoted, type Span } from './read-quoted.ts';

/** Position of the password among the arguments, by callee. */
const third = /(?:mysqli?\w*|pg|odbc|oci|sqlsrv|ftp|imap|dbi|pdo|get|->|\.|_)?connect(?:ion)?$|^pdo$|^mysqli$/i;
const alone = /(?:^|[.:>])auth$/i;

/**
 * The password among literal arguments of a call: the second of `login("user", "…")`, the third of
 * `connect(url, user, "…")`. `head` is the start of the callee's telling word, `open` the offset after `(`.
 */
export function readCall(text: string, head: number, open: number): (Span & { readonly key: string }) | undefined {
  let from = head;
  while (from > 0 && /[\w$.:>-]/.test(text.charAt(from - 1)) && head - from < 40) from--;
  const key = text.slice(from, open).replace(/[\s=(]+$/, '');
  const literals = readArguments(text, open);
  const wanted = third.test(key) ? [2] : alone.test(key) ? [1, 0] : [1];
  for (const index of wanted) {
    const argument = literals[index];
    if (index === 0 && literals.length !== 1) continue;
    if (argument !== undefined && argument !== null) return { ...argument, key };
  }
  return undefined;
}

/** Top-level arguments from `open` on; null for one that is no plain string literal. At most eight. */
function readArguments(text: string, open: number): readonly (Span | null)[] {
  const found: (Span | null)[] = [];
  let at = open;
  while (found.length < 8) {
    at += /^[\s]*/.exec(text.slice(at, at + 40))?.[0].length ?? 0;
    const name = /^(?:[A-Za-z_]\w{0,24}\s?[:=]\s?|Some\(\s?)/.exec(text.slice(at, at + 40));
    const quoted = readQuoted(text, at + (name?.[0].length ?? 0));
    if (quoted === undefined) {
      const skipped = /^[^,()"'`\n]{1,80}(?:\([^()\n]{0,60}\))?/.exec(text.slice(at, at + 150));
      if (skipped === null) break;
      found.push(null);
      at += skipped[0].length;
    } else {
      const end = quoted.end + quoted.quote.length;
      const next = text
        .slice(end, end + 12)
        .trimStart()
        .charAt(0);
      found.push(next === ',' || next === ')' ? quoted : null);
      at = end;
    }
    const separator = /^\s*,/.exec(text.slice(at, at + 20));
    if (separator === null) {
      // An argument list that goes on in a way not understood has no last argument to trust.
      if (!/^\s*\)/.test(text.slice(at, at + 20))) found.push(null);
      break;
    }
    at += separator[0].length;
  }
  return found;
}
