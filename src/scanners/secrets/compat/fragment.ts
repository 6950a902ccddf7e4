import type { ByteString } from '../../../lib/re2/byte-string.ts';
import type { ByteText } from './byte-text.ts';

/** The commit that a fragment of history comes from. */
export interface CommitInfo {
  readonly hash: ByteText;
  readonly author: ByteText;
  readonly email: ByteText;
  /** RFC 3339, UTC. */
  readonly date: ByteText;
  readonly message: ByteText;
}

/** A piece of a file or of a change that rules look at as a whole. */
export interface Fragment {
  readonly content: ByteString;
  /** As reported; `/` separators, members of archives joined with `!`. */
  readonly path: ByteText;
  /** The link through which `path` was reached. */
  readonly symlink: ByteText;
  /** Line of the file on which it starts, 1-based. */
  readonly startLine: number;
  readonly commit?: CommitInfo;
  /** Reported as the date when there is no commit. */
  readonly date?: ByteText;
}
