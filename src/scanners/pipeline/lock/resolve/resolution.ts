import type { LockEntry } from '../lock-entry.ts';
import type { Reference } from '../references.ts';

/** What a name stands for now. */
export interface Resolution {
  readonly entry: LockEntry;
  /** The file itself, where it is one: an included configuration, the definition of an action. */
  readonly content?: Uint8Array;
  /** An exact tag of the old entry that names another commit now. */
  readonly movedTag?: string;
}

/**
 * Looks a name up.
 * @throws HttpError, or NotFound
 */
export type Resolve = (reference: Reference, old: LockEntry | undefined) => Promise<Resolution>;

/** The server answers and does not have it; the message is a clause. */
export class NotFound extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotFound';
  }
}

/** Bytes of an included file, as GitLab's own limit is near it. */
export const mostContent = 5_000_000;
