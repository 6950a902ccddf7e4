/** The parts of a commit that people wrote (git-commit-tree). */
export interface CommitText {
  readonly message: Buffer;
  /** `author` and `committer` lines as they stand in the commit, without the time. */
  readonly people: readonly string[];
}

export function readCommitText(bytes: Buffer): CommitText {
  const end = bytes.indexOf('\n\n');
  const head = bytes.toString('latin1', 0, end === -1 ? bytes.length : end);
  const people = [...head.matchAll(/^(?:author|committer|tagger) .*?(?= \d+ [+-]\d+$)/gm)].map(([line]) => line);
  return { message: end === -1 ? bytes.subarray(bytes.length) : bytes.subarray(end + 2), people };
}
