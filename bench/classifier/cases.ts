import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A hand-written file with the values in it that are (or look like but are not) secrets. */
export interface JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly secret: boolean;
  readonly start: number;
  readonly end: number;
}

const base62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const alphabets: Readonly<Record<string, string>> = {
  hex: '0123456789abcdef',
  HEX: '0123456789ABCDEF',
  alnum: base62,
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  b64: `${base62}+/`,
  b64url: `${base62}-_`,
  printable: `${base62}!@#%^&*()-_[]{}~+=,.;:/?`,
  django: 'abcdefghijklmnopqrstuvwxyz0123456789!@#%^&*(-_=+)',
};

/**
 * Reads the `*.cases` files of a folder: files follow each other, each after a line `=== path`. `[[+parts|joined]]`
 * marks a secret, `[[-value]]` something that must not be reported; `#hex40`, `#b64 44`, `#uuid` stand for random
 * values, so that none is stored. Random values depend on their place alone.
 */
export function readCases(folder: string): readonly JudgedFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cases'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'latin1')
        .split(/^=== /m)
        .slice(1)
        .map((part) => expand(part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1))),
    );
}

function expand(path: string, template: string): JudgedFile {
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const match of template.matchAll(/\[\[([+-])(.*?)\]\](?!\])/g)) {
    text += template.slice(last, match.index);
    last = match.index + match[0].length;
    const [, sign = '', body = ''] = match;
    const value = draw(body, `${path}:${match.index}`) ?? (sign === '+' ? body.replaceAll('|', '') : body);
    marks.push({ secret: sign === '+', start: text.length, end: text.length + value.length });
    text += value;
  }
  return { path, text: text + template.slice(last), marks };
}

/** A random value as `#alphabet length` asks for; undefined when the body is literal. */
function draw(body: string, seed: string): string | undefined {
  const match = /^#(uuid|hex|HEX|alnum|upper|b64url|b64|printable|django) ?(\d*)$/.exec(body);
  if (match === null) return undefined;
  const [, name = '', count = ''] = match;
  const bytes = (round: number): Buffer => createHash('sha512').update(`${seed} ${round}`).digest();
  if (name === 'uuid')
    return bytes(0)
      .toString('hex')
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  const alphabet = alphabets[name];
  if (alphabet === undefined) return undefined;
  let value = '';
  for (let round = 0; value.length < Number(count); round++) {
    for (const byte of bytes(round)) value += alphabet.charAt(byte % alphabet.length);
  }
  value = value.slice(0, Number(count));
  return name === 'b64' && value.length % 4 === 0 ? `${value.slice(0, -1)}=` : value;
}
