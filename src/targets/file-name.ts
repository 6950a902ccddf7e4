import { isUtf8 } from 'node:buffer';

/**
 * A path as the file system has it, `/`-separated and relative to the target's root. A string when its bytes are
 * UTF-8, the bytes themselves when they are not: decoding them would lose which file is meant.
 */
export type FileName = string | Buffer;

/** Splits NUL-terminated names. */
export function splitNames(bytes: Buffer): FileName[] {
  if (isUtf8(bytes)) {
    const names = bytes.toString('utf8').split('\0');
    if (names.at(-1) === '') names.pop();
    return names;
  }
  const names: FileName[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0, start);
    const stop = end === -1 ? bytes.length : end;
    names.push(toFileName(bytes.subarray(start, stop)));
    start = stop + 1;
  }
  return names;
}

export function toFileName(bytes: Buffer): FileName {
  return isUtf8(bytes) ? bytes.toString('utf8') : Buffer.from(bytes);
}

/** `directory/name`; an empty directory gives the name. */
export function joinName(directory: FileName, name: FileName): FileName {
  if (typeof directory === 'string' && typeof name === 'string')
    return directory === '' ? name : `${directory}/${name}`;
  const head = Buffer.from(directory);
  return head.length === 0 ? name : Buffer.concat([head, Buffer.from('/'), Buffer.from(name)]);
}

/** The name as it is shown and reported: a byte that is not part of UTF-8 text becomes `\xNN`. */
export function showName(name: FileName): string {
  if (typeof name === 'string') return name;
  let shown = '';
  for (let at = 0; at < name.length;) {
    const length = characterLength(name, at);
    if (length === 0) shown += `\\x${name.toString('hex', at, at + 1)}`;
    else shown += name.toString('utf8', at, at + length);
    at += length || 1;
  }
  return shown;
}

const beyondAscii = /[\u0080-\u00ff]/;

/** Shows a path that has one character a byte, as git's output is read. */
export function showPath(path: string): string {
  if (!beyondAscii.test(path)) return path;
  return showName(toFileName(Buffer.from(path, 'latin1')));
}

/** Writes a name so that `parseName` gives back the same bytes. */
export function formatName(name: FileName): string {
  return typeof name === 'string' ? `=${name}` : `x${name.toString('hex')}`;
}

export function parseName(text: string): FileName {
  return text.startsWith('=') ? text.slice(1) : Buffer.from(text.slice(1), 'hex');
}

/** Bytes of the UTF-8 character at `at`, 0 when there is none. */
function characterLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}
