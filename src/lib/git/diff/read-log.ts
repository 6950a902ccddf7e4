import type { GitPlace } from '../git-command.ts';
import { streamGit } from '../run-git.ts';
import { type RawChange, parseRawChange } from './raw-change.ts';

export interface LoggedCommit {
  readonly id: string;
  /** When it was committed, seconds since 1970. */
  readonly time: number;
  /** Name and address of the author. */
  readonly author: string;
  /** Against the parent; of a merge, only what differs from all of them. */
  readonly changes: RawChange[];
}

const mark = '\u0001';

/**
 * Commits with the paths and ids that they change, newest first, as git comes upon them.
 * @param revisions as for `git log`
 */
export async function* readLog(
  place: GitPlace,
  revisions: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<LoggedCommit> {
  const form = [
    '--raw',
    '-c',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--root',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
  ];
  const args = ['log', '--encoding=UTF-8', '--format=%x01%H%x00%ct%x00%an <%ae>%x00', ...form, ...revisions, '--'];
  const tokens: string[] = [];
  let rest = '';
  let commit: LoggedCommit | undefined;
  for await (const chunk of streamGit(place, args, { signal })) {
    const parts = (rest + chunk.toString('latin1')).split('\0');
    rest = parts.pop() ?? '';
    tokens.push(...parts);
    let used = 0;
    for (;;) {
      const token = tokens[used];
      if (token === undefined) break;
      const head = token.startsWith('\n') ? token.slice(1) : token;
      if (head === '') used++;
      else if (head.startsWith(mark)) {
        if (tokens.length < used + 3) break;
        if (commit) yield commit;
        const author = Buffer.from(tokens[used + 2] ?? '', 'latin1').toString('utf8');
        commit = { id: head.slice(1), time: Number(tokens[used + 1]), author, changes: [] };
        used += 3;
      } else {
        if (tokens.length < used + 2) break;
        commit?.changes.push(parseRawChange(head, tokens[used + 1] ?? ''));
        used += 2;
      }
    }
    tokens.splice(0, used);
  }
  if (commit) yield commit;
}
