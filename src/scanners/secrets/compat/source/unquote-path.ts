import type { ByteText } from '../byte-text.ts';

const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
};

/** A path as git prints it, in quotes with C escapes when it has unusual bytes (git-config, core.quotePath). */
export function unquotePath(text: ByteText): ByteText {
  if (!text.startsWith('"')) return text;
  const quoted = /^"((?:[^"\\]|\\[^])*)"/.exec(text)?.[1] ?? text.slice(1);
  return quoted.replaceAll(/\\(?:([0-7]{3})|([^]))/g, (_, octal: string | undefined, letter: string | undefined) =>
    octal === undefined ? (letters[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
