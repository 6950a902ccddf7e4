import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import { define, type FunctionTable, type TemplateFunction } from '../functions/template-function.ts';
import { requireRoom } from '../limits.ts';
import { FunctionError } from '../template-error.ts';
import { GoInt } from '../value/go-value.ts';

function encodeBase64(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('base64');
}

/** What cannot be decoded becomes the text of the error, as there. */
function decodeBase64(text: string): string {
  const plain = text.replaceAll(/[\r\n]/g, '');
  if (/^(?:[\w+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(plain) && !plain.includes('_')) {
    return Buffer.from(plain, 'base64').toString('latin1');
  }
  const at = /[^A-Za-z0-9+/]/.exec(text.replace(/={1,2}$/, ''))?.index ?? 4 * Math.floor(text.length / 4);
  return `illegal base64 data at input byte ${at}`;
}

const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function encodeBase32(bytes: string): string {
  let bits = '';
  for (const byte of Buffer.from(bytes, 'latin1')) bits += byte.toString(2).padStart(8, '0');
  const digits = (bits.match(/.{1,5}/g) ?? []).map((group) => base32Alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]);
  return digits.join('').padEnd(8 * Math.ceil(digits.length / 8), '=');
}

function decodeBase32(text: string): string {
  const plain = text.replaceAll(/[\r\n]/g, '').replace(/=+$/, '');
  const wrong = /[^A-Z2-7]/.exec(plain);
  if (wrong !== null) return `illegal base32 data at input byte ${wrong.index}`;
  let bits = '';
  for (const digit of plain) bits += base32Alphabet.indexOf(digit).toString(2).padStart(5, '0');
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}

function digest(algorithm: 'sha1' | 'sha256' | 'sha512'): TemplateFunction {
  return define(['string'], (text) => createHash(algorithm).update(Buffer.from(text, 'latin1')).digest('hex'));
}

/** RFC 1950, section 8.2. */
function adler32(text: string): string {
  let [a, b] = [1, 0];
  for (const byte of Buffer.from(text, 'latin1')) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return String(b * 65_536 + a);
}

/** Go's `path.Dir` and `path.Clean`. */
function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

function extension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
}

function baseName(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

function directory(path: string): string {
  return clean(path.slice(0, path.lastIndexOf('/') + 1));
}

const paths: [string, TemplateFunction][] = [
  ['base', define(['string'], baseName)],
  ['dir', define(['string'], directory)],
  ['clean', define(['string'], clean)],
  ['ext', define(['string'], extension)],
  ['isAbs', define(['string'], (path) => path.startsWith('/'))],
];

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

function randomText(alphabet: string): TemplateFunction {
  return define(['int'], ({ value }) => {
    const length = Math.max(0, Number(value));
    requireRoom(20 * length);
    return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  });
}

function shuffle(text: string): string {
  const runes = text.match(/[\0-\x7f]|[\xc0-\xff][\x80-\xbf]*|[\x80-\xbf]/g) ?? [];
  for (let at = runes.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [runes[at], runes[other]] = [runes[other] ?? '', runes[at] ?? ''];
  }
  return runes.join('');
}

/** sprig's functions for encodings, digests, paths and chance. Those for keys, certificates and passwords are left out. */
export const encodingFunctions: FunctionTable = new Map<string, TemplateFunction>([
  ['b64enc', define(['string'], encodeBase64)],
  ['b64dec', define(['string'], decodeBase64)],
  ['b32enc', define(['string'], encodeBase32)],
  ['b32dec', define(['string'], decodeBase32)],
  ['sha1sum', digest('sha1')],
  ['sha256sum', digest('sha256')],
  ['sha512sum', digest('sha512')],
  ['adler32sum', define(['string'], adler32)],
  ...paths,
  ...paths.map(([name, defined]): [string, TemplateFunction] => [
    `os${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    defined,
  ]),
  ['uuidv4', define([], () => randomUUID())],
  ['randAlphaNum', randomText(digits + letters)],
  ['randAlpha', randomText(letters)],
  ['randNumeric', randomText(digits)],
  ['randAscii', randomText(printable)],
  [
    'randBytes',
    define(['int'], ({ value }) => {
      requireRoom(2 * Number(value));
      return randomBytes(Math.max(0, Number(value))).toString('base64');
    }),
  ],
  [
    'randInt',
    define(['int', 'int'], (from, to) => {
      const [start, span] = [Number(from.value), Number(to.value - from.value)];
      if (span <= 0 || span >= 2 ** 48) throw new FunctionError('invalid argument to Intn');
      return new GoInt(start + randomInt(span));
    }),
  ],
  ['shuffle', define(['string'], shuffle)],
]);
