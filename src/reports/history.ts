import type { Finding, JsonValue } from '../model/finding.ts';

/** Where in the history a finding was met. */
export interface HistoryNote {
  /** Full id of the commit that brought it, or in which it was met when that is not known. */
  readonly commit: string;
  readonly author?: string;
  /** ISO time. */
  readonly authorDate?: string;
  /** Whether the value still stands in the commit that is checked out. */
  readonly atHead?: boolean;
  /** ISO time at which it was taken out. */
  readonly removedDate?: string;
}

/** Reads the commit of the first location and the property `history` that targets with a history add. */
export function historyNote(finding: Finding): HistoryNote | undefined {
  const { commit: place } = finding.locations[0];
  const history = record(finding.properties?.['history']);
  const introduced = record(history['introduced']);
  const commit = text(introduced['commit']) ?? place;
  if (commit === undefined) return undefined;
  const author = text(introduced['author']);
  const authorDate = text(introduced['date']);
  const atHead = history['atHead'];
  const removedDate = text(record(history['removed'])['date']);
  return {
    commit,
    ...(author !== undefined && { author }),
    ...(authorDate !== undefined && { authorDate }),
    ...(typeof atHead === 'boolean' && { atHead }),
    ...(removedDate !== undefined && { removedDate }),
  };
}

/** `commit 1a2b3c4d5e by Ada on 2024-03-01, still at HEAD`. */
export function historyInWords(note: HistoryNote): string {
  const author = note.author === undefined ? '' : ` by ${note.author}`;
  const date = note.authorDate === undefined ? '' : ` on ${note.authorDate.slice(0, 10)}`;
  const removed = note.removedDate === undefined ? '' : `, taken out on ${note.removedDate.slice(0, 10)}`;
  const gone = `${removed}, but git still has it`;
  const head = note.atHead === undefined ? '' : note.atHead ? ', still at HEAD' : gone;
  return `commit ${note.commit.slice(0, 10)}${author}${date}${head}`;
}

function record(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, JsonValue>>)
    : {};
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
