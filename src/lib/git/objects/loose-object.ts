import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type GitObject, type ObjectType, isObjectType } from './git-object.ts';
import type { Inflater } from './inflater.ts';
import { ObjectError, asObjectError, corrupt } from './object-error.ts';

const head = Buffer.alloc(64);

/** Type and size of the loose object that starts a file's bytes: `blob 12\0…`, packed (gitrepository-layout, "objects/[0-9a-f][0-9a-f]"). */
function readLooseHead(packed: Uint8Array, inflater: Inflater): { type: ObjectType; size: number; head: number } {
  const filled = inflater.peek(packed, 0, packed.length, head);
  const end = head.subarray(0, filled).indexOf(0);
  const [type = '', size = ''] = head.toString('latin1', 0, Math.max(0, end)).split(' ');
  if (end === -1 || !isObjectType(type) || !/^(0|[1-9]\d{0,14})$/.test(size)) throw corrupt('it has no head');
  return { type, size: Number(size), head: end + 1 };
}

/**
 * Reads the loose object at `path`; undefined when there is no such file.
 * @param limit most bytes it may have
 */
export function readLoose(path: string, inflater: Inflater, limit: number): GitObject | undefined {
  const packed = unlessAbsent(() => readFileSync(path));
  if (!packed) return undefined;
  const { type, size, head } = readLooseHead(packed, inflater);
  if (size > limit) throw new ObjectError('too-large', `${size} bytes are more than is read at once`);
  const bytes = Buffer.allocUnsafe(head + size + 1);
  if (!inflater.inflate(packed, 0, packed.length, bytes, head + size)) {
    throw corrupt('it does not unpack to the size it names');
  }
  return { type, bytes: bytes.subarray(head, head + size) };
}

/** Reads no more of the object at `path` than tells what it is. */
export function peekLoose(
  path: string,
  inflater: Inflater,
): { readonly type: ObjectType; readonly size: number } | undefined {
  const file = unlessAbsent(() => openSync(path, 'r'));
  if (file === undefined) return undefined;
  try {
    const packed = Buffer.alloc(128);
    return readLooseHead(packed.subarray(0, readSync(file, packed, 0, packed.length, 0)), inflater);
  } finally {
    closeSync(file);
  }
}

function unlessAbsent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw asObjectError(error);
  }
}
