import { corrupt } from '../objects/object-error.ts';

export interface Tag {
  /** Id of what is tagged. */
  readonly target: string;
  readonly name: string;
  readonly message: Buffer;
}

/** Reads an annotated tag (git-mktag): headers, an empty line, the message. */
export function parseTag(bytes: Buffer): Tag {
  const end = bytes.indexOf('\n\n');
  const head = bytes.toString('utf8', 0, end === -1 ? bytes.length : end);
  const target = /^object ([0-9a-f]+)$/m.exec(head)?.[1];
  const name = /^tag (.*)$/m.exec(head)?.[1];
  if (target === undefined || name === undefined) throw corrupt('a tag does not say what it tags');
  return { target, name, message: end === -1 ? Buffer.alloc(0) : bytes.subarray(end + 2) };
}
