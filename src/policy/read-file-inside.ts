import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { InputError } from '../model/input-error.ts';

export interface FileRead {
  /** Absolute path. */
  readonly path: string;
  /** What to call it in messages. */
  readonly name: string;
  /** The file must lie in this directory, also after links are followed; undefined when the user named it himself. */
  readonly inside?: string;
  readonly mostBytes: number;
}

/**
 * Reads a text file that a possibly hostile repository provides; undefined when there is none.
 * @throws InputError `unreadable-file` for anything but a regular UTF-8 file of a sane size
 */
export function readFileInside(read: FileRead): string | undefined {
  const file = openIfThere(read);
  if (file === undefined) return undefined;
  try {
    const { path, name, inside, mostBytes } = read;
    if (inside !== undefined && !isInside(inside, path))
      throw unreadable(`${name} is a link that leads out of the repository`);
    const stat = fstatSync(file);
    if (!stat.isFile()) throw unreadable(`${name} is not a regular file`);
    if (stat.size > mostBytes) throw unreadable(`${name} is larger than ${mostBytes / 1_000_000} MB`);
    return decode(readFileSync(file), name);
  } finally {
    closeSync(file);
  }
}

/** Whether anything has this path, be it a link to nothing. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function openIfThere({ path, name }: FileRead): number | undefined {
  try {
    // Non-blocking, so that a FIFO does not hang the gate.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT' && !isThere(path)) return undefined;
    throw unreadable(`${name} can not be read (${String(error.code)})`);
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(realpathSync(root), realpathSync(path));
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw unreadable(`${name} is not UTF-8`);
    throw error;
  }
}

function unreadable(message: string): InputError {
  return new InputError('unreadable-file', message);
}
