import { type FileName, toFileName } from './file-name.ts';

/** One line of `git diff --raw -z` (git-diff, "Raw output format"); of a combined one, what all parents lead to. */
export interface RawChange {
  readonly name: FileName;
  /** Octal, as git writes it: `100644`, `100755`, `120000` (link), `160000` (submodule); `000000` when gone. */
  readonly mode: string;
  readonly before: readonly string[];
  readonly after: string;
  /** `A`dded, `M`odified, `T`ype changed, `D`eleted; a letter for each parent. */
  readonly status: string;
}

/** Takes the colon-led head of a change apart. */
export function parseRawHead(text: string): Omit<RawChange, 'name'> | undefined {
  const parents = /^:+/.exec(text)?.[0].length ?? 0;
  const fields = text.slice(parents).split(' ');
  const mode = fields[parents];
  const after = fields[2 * parents + 1];
  const status = fields[2 * parents + 2];
  if (parents === 0 || mode === undefined || after === undefined || status === undefined) return undefined;
  return { mode, before: fields.slice(parents + 1, 2 * parents + 1), after, status };
}

/** Changes from NUL-terminated heads and names. */
export function parseRawChanges(bytes: Buffer): RawChange[] {
  const changes: RawChange[] = [];
  for (let start = 0; start < bytes.length;) {
    const middle = bytes.indexOf(0, start);
    const end = middle === -1 ? -1 : bytes.indexOf(0, middle + 1);
    const head = end === -1 ? undefined : parseRawHead(bytes.toString('latin1', start, middle));
    if (!head) throw new Error('git wrote changes in a form that is not known');
    changes.push({ ...head, name: toFileName(bytes.subarray(middle + 1, end)) });
    start = end + 1;
  }
  return changes;
}
