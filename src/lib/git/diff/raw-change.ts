/** One line of `git diff --raw -z` (git-diff, "Raw output format"); of a combined one, what all parents lead to. */
export interface RawChange {
  /** One character a byte: a path need not be UTF-8. */
  readonly path: string;
  /** Octal, as git writes it: `100644`, `100755`, `120000` (link), `160000` (submodule); `000000` when gone. */
  readonly mode: string;
  /** Id before, on the side of each parent. */
  readonly before: readonly string[];
  readonly after: string;
  /** `A`dded, `M`odified, `T`ype changed, `D`eleted; a letter for each parent. */
  readonly status: string;
}

/** @param head what stands before the path: a colon for each parent, modes, ids and status */
export function parseRawChange(head: string, path: string): RawChange {
  const parents = /^:*/.exec(head)?.[0].length ?? 0;
  const fields = head.slice(parents).split(' ');
  const mode = fields[parents];
  const after = fields[2 * parents + 1];
  const status = fields[2 * parents + 2];
  if (parents === 0 || mode === undefined || after === undefined || status === undefined) {
    throw new Error('git wrote changes in a form that is not known');
  }
  return { path, mode, before: fields.slice(parents + 1, 2 * parents + 1), after, status };
}

/** Changes from NUL-terminated heads and paths. */
export function parseRawChanges(bytes: Buffer): RawChange[] {
  const tokens = bytes.toString('latin1').split('\0');
  const changes: RawChange[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 2)
    changes.push(parseRawChange(tokens[at] ?? '', tokens[at + 1] ?? ''));
  return changes;
}
