import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that readers see the old content or the new, never a half: to a temporary file beside it, then rename.
 * @throws the file system's error; the temporary file is gone then
 */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>, mode = 0o666): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const handle = openSync(temporary, 'wx', mode);
  let open = true;
  try {
    for (const piece of pieces) writeAll(handle, typeof piece === 'string' ? Buffer.from(piece) : piece);
    fsyncSync(handle);
    closeSync(handle);
    open = false;
    renameSync(temporary, path);
  } catch (error) {
    if (open) closeSync(handle);
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
