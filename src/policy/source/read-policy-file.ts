import { join, resolve } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { isThere, readFileInside } from '../read-file-inside.ts';

export interface PolicyFile {
  /** Absolute. */
  readonly path: string;
  /** What to call it in messages. */
  readonly name: string;
  readonly text: string;
}

const fileName = 'portcullis.yaml';
/** Enough for as many waivers as the schema allows. */
const mostBytes = 4_000_000;

/**
 * Reads the policy file of a repository; undefined when there is none. A link that leads out of the repository is
 * refused, because the repository may be hostile; a file that the user names may lie anywhere.
 * @throws InputError `unreadable-file`, `misnamed-policy`
 */
export function readPolicyFile(root: string, file?: string): PolicyFile | undefined {
  const path = file === undefined ? join(root, fileName) : resolve(file);
  const name = file ?? fileName;
  const text = readFileInside({ path, name, mostBytes, ...(file === undefined && { inside: root }) });
  if (text !== undefined) return { path, name, text };
  if (file !== undefined) throw new InputError('unreadable-file', `there is no file ${name}`);
  refuseMisnamed(root);
  return undefined;
}

/** A policy that is silently not read would leave the gate to the defaults. */
function refuseMisnamed(root: string): void {
  for (const other of ['portcullis.yml', '.portcullis.yaml', '.portcullis.yml']) {
    if (isThere(join(root, other))) {
      throw new InputError('misnamed-policy', `found ${other}, which is not read`, `rename it to ${fileName}`);
    }
  }
}
