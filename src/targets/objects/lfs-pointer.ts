import { join } from 'node:path';

/** What stands in a repository for a file that Git LFS keeps elsewhere. */
export interface LfsPointer {
  /** SHA-256 of the content, hexadecimal. */
  readonly id: string;
  readonly size: number;
}

const start = 'version https://git-lfs.github.com/spec/v1\n';
const longest = 1024;

/** Reads a pointer (git-lfs, docs/spec.md); undefined when the bytes are anything else. */
export function readLfsPointer(bytes: Uint8Array): LfsPointer | undefined {
  if (bytes.length > longest || bytes[0] !== start.charCodeAt(0)) return undefined;
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.startsWith(start)) return undefined;
  const id = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d{1,15})$/m.exec(text)?.[1];
  const isPointer = text.split('\n').every((line) => /^(version |oid |size |ext-\d-|$)/.test(line));
  return id === undefined || size === undefined || !isPointer ? undefined : { id, size: Number(size) };
}

/** Where Git LFS keeps the content once it was fetched. */
export function lfsPath(commonDirectory: string, { id }: LfsPointer): string {
  return join(commonDirectory, 'lfs', 'objects', id.slice(0, 2), id.slice(2, 4), id);
}
