import type { Finding } from '../model/finding.ts';

/** Where in the history a finding was met. */
export interface HistoryNote {
  /** Full commit id. */
  readonly commit: string;
  readonly author?: string;
  /** ISO time. */
  readonly authorDate?: string;
  /** Whether the place still exists in the commit that is checked out. */
  readonly atHead?: boolean;
}

/** Reads the commit of the first location and the properties `author`, `authorDate` and `atHead` that go with it. */
export function historyNote(finding: Finding): HistoryNote | undefined {
  const { commit } = finding.locations[0];
  if (commit === undefined) return undefined;
  const author = finding.properties?.['author'];
  const authorDate = finding.properties?.['authorDate'];
  const atHead = finding.properties?.['atHead'];
  return {
    commit,
    ...(typeof author === 'string' && { author }),
    ...(typeof authorDate === 'string' && { authorDate }),
    ...(typeof atHead === 'boolean' && { atHead }),
  };
}

/** `commit 1a2b3c4d5e by Ada on 2024-03-01, still at HEAD`. */
export function historyInWords(note: HistoryNote): string {
  const author = note.author === undefined ? '' : ` by ${note.author}`;
  const date = note.authorDate === undefined ? '' : ` on ${note.authorDate.slice(0, 10)}`;
  const head = note.atHead === undefined ? '' : note.atHead ? ', still at HEAD' : ', no longer at HEAD';
  return `commit ${note.commit.slice(0, 10)}${author}${date}${head}`;
}
