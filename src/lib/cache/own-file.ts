import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

const writableByOthers = 0o022;

/**
 * The content of a file that nobody but this user can have written; undefined when there is none such. For caches whose
 * content is believed.
 */
export function readOwnFile(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { uid, mode } = fstatSync(file);
    const own = process.getuid === undefined || (uid === process.getuid() && (mode & writableByOthers) === 0);
    return own ? readFileSync(file) : undefined;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
