import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../model/input-error.ts';

export interface PolicyFile {
  readonly path: string;
  /** What to call it in messages. */
  readonly name: string;
  readonly text: string;
}

const fileName = 'portcullis.yaml';
const mostBytes = 1_000_000;

/**
 * Reads the policy file of a repository; undefined when there is none. A link that leads out of the repository is
 * refused, because the repository may be hostile; a file that the user names may lie anywhere.
 * @throws InputError `unreadable-policy`, `misnamed-policy`
 */
export async function readPolicyFile(root: string, file?: string): Promise<PolicyFile | undefined> {
  const path = file === undefined ? join(root, fileName) : resolve(file);
  const name = file ?? fileName;
  const handle = await openIfThere(path, name);
  if (!handle) {
    if (file !== undefined) throw new InputError('unreadable-policy', `there is no file ${name}`);
    await refuseMisnamed(root);
    return undefined;
  }
  try {
    if (file === undefined && !(await isInside(root, path))) {
      throw new InputError('unreadable-policy', `${name} is a link that leads out of the repository`);
    }
    return { path, name, text: await readText(handle, name) };
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string, name: string): Promise<FileHandle | undefined> {
  try {
    // Non-blocking, so that a FIFO does not hang the gate.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' && !(await isLink(path))) return undefined;
    if (code === '') throw error;
    throw new InputError('unreadable-policy', `${name} can not be read (${code})`);
  }
}

async function readText(handle: FileHandle, name: string): Promise<string> {
  const stat = await handle.stat();
  if (!stat.isFile()) throw new InputError('unreadable-policy', `${name} is not a regular file`);
  if (stat.size > mostBytes) {
    throw new InputError(
      'unreadable-policy',
      `${name} is larger than ${mostBytes} bytes`,
      'a policy is a few pages of text',
    );
  }
  const bytes = await handle.readFile();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new InputError('unreadable-policy', `${name} is not UTF-8`);
    throw error;
  }
}

async function isInside(root: string, path: string): Promise<boolean> {
  const way = relative(await realpath(root), await realpath(path));
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** A link to nothing is a mistake, not an absent policy. */
async function isLink(path: string): Promise<boolean> {
  const stat = await lstatIfThere(path);
  return stat?.isSymbolicLink() ?? false;
}

/** A policy that is silently not read would leave the gate to the defaults. */
async function refuseMisnamed(root: string): Promise<void> {
  for (const other of ['portcullis.yml', '.portcullis.yaml', '.portcullis.yml']) {
    if (await lstatIfThere(join(root, other))) {
      throw new InputError('misnamed-policy', `found ${other}, which is not read`, `rename it to ${fileName}`);
    }
  }
}

async function lstatIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
