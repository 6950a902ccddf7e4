/**
 * What becomes of a text in common filters (POSIX.1-2024 and the tools' manuals): `same` lines, possibly fewer; another
 * text of the same meaning that a mask does not find (`changed`); a number, a hash or nothing of it (`none`).
 */
export const filters: ReadonlyMap<string, 'same' | 'changed' | 'none'> = new Map([
  ...['cat', 'tac', 'tee', 'head', 'tail', 'sort', 'uniq', 'grep', 'egrep', 'fgrep', 'xargs', 'nl', 'column'].map(
    (name) => [name, 'same'] as const,
  ),
  ...['paste', 'envsubst', 'dos2unix', 'jq', 'yq', 'basename', 'dirname', 'realpath', 'strings', 'iconv', 'rg'].map(
    (name) => [name, 'same'] as const,
  ),
  ...['sed', 'awk', 'gawk', 'cut', 'tr', 'rev', 'fold', 'base64', 'base32', 'xxd', 'od', 'hexdump', 'gzip'].map(
    (name) => [name, 'changed'] as const,
  ),
  ...['openssl', 'urlencode'].map((name) => [name, 'changed'] as const),
  ...['wc', 'md5sum', 'sha1sum', 'sha256sum', 'sha512sum', 'shasum', 'cksum', 'md5', 'date', 'test', 'seq'].map(
    (name) => [name, 'none'] as const,
  ),
]);

/** Filters behind which only harmless characters are left, for somebody else's text. */
export const cleaningFilters: ReadonlyMap<string, RegExp> = new Map([
  ['tr', /^tr\s+(?:-\w*c\w*d\w*|-\w*d\w*c\w*|-c\s+-d|-d\s+-c|-\w*c\w*s?\w*\s)/],
  ['sed', /s(.)\[\^[^\]]{1,80}\](?:[+*]|\\\+)?\1[\w.-]*\1g/],
  ['jq', /@(?:sh|uri|base64)\b/],
  ['base64', /^base64(?!.*(?:-d|-D|--decode))/],
  ['base32', /^base32(?!.*(?:-d|--decode))/],
  ['xxd', /^xxd(?!.*-r)/],
  ['od', /^od/],
  ['openssl', /^openssl\s+(?:dgst|base64|sha\d+)(?!.*-d)/],
]);

/** Filters that print what stands in their arguments: texts, or files that a variable names. */
export const argumentPrinters: ReadonlySet<string> = new Set([
  'cat',
  'tac',
  'head',
  'tail',
  'nl',
  'strings',
  'base64',
  'base32',
  'xxd',
  'od',
  'hexdump',
  'basename',
  'dirname',
  'realpath',
  'jq',
  'xargs',
  'urlencode',
]);

/** Filters that cut a piece out of a line: a field, a match, the number of a line. */
export const cuttingFilters: ReadonlyMap<string, RegExp> = new Map([
  ['cut', /^cut/],
  ['awk', /\bprint\s+\$\d/],
  ['gawk', /\bprint\s+\$\d/],
  ['grep', /^grep\s+(?:-\w*\s+)*-\w*[no]/],
]);

/** Filters whose first word is a pattern or a program, no file. */
export const takesPattern: ReadonlySet<string> = new Set([
  'grep',
  'egrep',
  'fgrep',
  'rg',
  'sed',
  'awk',
  'gawk',
  'jq',
  'yq',
  'tr',
  'cut',
  'basename',
  'dirname',
  'realpath',
  'xargs',
  'tee',
]);
