import type { LoggedCommit } from '../../lib/git/diff/read-log.ts';

/** A commit in which a value came or went. */
export interface Turn {
  readonly commit: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly author: string;
  /** One character a byte. */
  readonly path: string;
}

/** When a value came into the history and left it, from commits given newest first. */
export class Timeline {
  /** The earliest commit that added it; of two with the same time, the one that is listed later. */
  introduced: Turn | undefined;
  /** The latest commit that took it away. */
  removed: Turn | undefined;
  /** Every path it was added at, one character a byte. */
  readonly paths = new Set<string>();

  /** @param holds whether the blob with an id holds the value */
  note(commit: LoggedCommit, holds: (blob: string) => boolean): void {
    const turn = (path: string): Turn => ({ commit: commit.id, time: commit.time, author: commit.author, path });
    let added: string | undefined;
    let taken: string | undefined;
    for (const { path, before, after } of commit.changes) {
      const held = before.some((id) => holds(id));
      if (!holds(after)) {
        if (held) taken ??= path;
        continue;
      }
      this.paths.add(path);
      if (!held) added ??= path;
    }
    // Both at once is a move.
    if (added !== undefined && taken === undefined && commit.time <= (this.introduced?.time ?? Infinity)) {
      this.introduced = turn(added);
    }
    if (taken !== undefined && added === undefined && commit.time > (this.removed?.time ?? -Infinity)) {
      this.removed = turn(taken);
    }
  }
}
