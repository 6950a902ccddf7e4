import type { TemporaryRepository } from './temporary-repository.ts';

export interface KnownObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Every object of a repository as git itself reads it. */
export function allObjects(repository: TemporaryRepository): KnownObject[] {
  const output = repository.gitBytes('cat-file', '--batch', '--batch-all-objects', '--unordered');
  const objects: KnownObject[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [id = '', type = '', size = ''] = output.toString('latin1', at, end).split(' ');
    objects.push({ id, type, bytes: output.subarray(end + 1, end + 1 + Number(size)) });
    at = end + 1 + Number(size) + 1;
  }
  return objects;
}
