import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
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
export async function readFileInside(read: FileRead): Promise<string | undefined> {
  const handle = await openIfThere(read);
  if (!handle) return undefined;
  try {
    const { path, name, inside, mostBytes } = read;
    if (inside !== undefined && !(await isInside(inside, path)))
      throw unreadable(`${name} is a link that leads out of the repository`);
    const stat = await handle.stat();
    if (!stat.isFile()) throw unreadable(`${name} is not a regular file`);
    if (stat.size > mostBytes) throw unreadable(`${name} is larger than ${mostBytes / 1_000_000} MB`);
    return decode(await handle.readFile(), name);
  } finally {
    await handle.close();
  }
}

/** Whether anything has this path, be it a link to nothing. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

async function openIfThere({ path, name }: FileRead): Promise<FileHandle | undefined> {
  try {
    // Non-blocking, so that a FIFO does not hang the gate.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT' && !(await isThere(path))) return undefined;
    throw unreadable(`${name} can not be read (${String(error.code)})`);
  }
}

async function isInside(root: string, path: string): Promise<boolean> {
  const way = relative(await realpath(root), await realpath(path));
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
